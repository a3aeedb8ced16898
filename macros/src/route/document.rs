//! What the API document reads of a route: the types of its signature, its parameters, what is declared.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Member, Pat, Type};

use super::arguments::{generics, ungrouped};
use super::asked::is_plain;
use super::glue::glue;
use super::model::{Argument, Call, Endpoint, Kind, Location, Many, Source};
use super::proofs::status_code;
use super::reads::local;
use super::scope;
use super::signature::plain;
use super::written::{keyword, may_leave_out_lifetimes};

/// The twin's part in the API document.
pub(super) fn document(endpoint: &Endpoint) -> TokenStream {
    let (name, macros) = (&endpoint.twin, &endpoint.macros);
    if endpoint.hidden {
        return stub(name, macros);
    }
    let signature = signature(endpoint);
    let (bounds, describe) = parts(endpoint);
    let (returned, fields) = (returned(endpoint), fields(endpoint));
    let keyword = keyword(endpoint);
    quote! {
        #macros::documented! {
            // No more public than any type of the signature, which the twin may be. The compiler shows its name.
            enum Signature_ {}

            #keyword __fingerpost::Signature for Signature_ {
                type Types = #signature;
            }

            #returned

            impl __fingerpost::Documented for #name
            where
                #(#bounds,)*
            {
                const DOCUMENT: __fingerpost::DocumentNode = __fingerpost::DocumentNode::Operation(
                    &__fingerpost::OperationInfo { #fields ..__fingerpost::OperationInfo::EMPTY },
                    &[#(#describe),*],
                );
            }
        }
    }
}

/// A handler that has no part in it: it is hidden, or has a mistake.
pub(super) fn stub(name: &Ident, macros: &TokenStream) -> TokenStream {
    quote! {
        #macros::documented! {
            impl __fingerpost::Documented for #name {
                const DOCUMENT: __fingerpost::DocumentNode = __fingerpost::DocumentNode::Hidden;
            }
        }
    }
}

/// `((Json<NewPost>, (Cookies, ())), Result<Json<Post>, ApiError>)`
fn signature(endpoint: &Endpoint) -> TokenStream {
    let extractors = endpoint
        .named_arguments()
        .filter(|(_, argument)| matches!(argument.source, Source::Extractor))
        .map(|(alias, argument)| {
            known(
                holder(&argument.ty),
                &alias.to_token_stream(),
                "IS_EXTRACTOR",
                &["DESCRIBES_REQUEST", "DESCRIBES_REJECTION"],
                is_plain(&argument.ty),
            )
        });
    let extractors: Vec<TokenStream> = extractors.collect();
    let arguments = extractors.into_iter().rev().fold(quote!(()), |rest, first| quote!((#first, #rest)));
    let output = endpoint.output.as_ref().map_or_else(|| quote!(__fingerpost::Unnamed), output);
    if may_leave_out_lifetimes(endpoint) {
        // In the output of a function they may be left out here, too.
        quote!((#arguments, <fn(&()) -> #output as __fingerpost::Gives>::Output))
    } else {
        quote!((#arguments, #output))
    }
}

/// What is asked of each part of the signature once a document is, at its own token, and what it adds then.
fn parts(endpoint: &Endpoint) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let types = quote!(<Signature_ as __fingerpost::Signature>::Types);
    let half = |of: &TokenStream, half: &str, span: Span| {
        let half = Ident::new(half, span);
        quote_spanned!(span=> <#of as __fingerpost::Halves>::#half)
    };
    let mut parts = Vec::new();
    let mut rest = half(&types, "First", Span::call_site());
    for (_, argument) in endpoint.named_arguments() {
        if matches!(argument.source, Source::Extractor) {
            let span = syn::spanned::Spanned::span(&argument.ty);
            let part = half(&rest, "First", span);
            let describe = quote_spanned!(span=> <#part as __fingerpost::DescribeRequest>::describe_request);
            let bound = quote_spanned!(span=> #part: __fingerpost::DescribeRequest);
            parts.push((quote!(for<'d> #bound), describe));
            rest = half(&rest, "Second", Span::call_site());
        }
    }
    if let Some(output) = &endpoint.output {
        let span = syn::spanned::Spanned::span(output);
        let part = half(&types, "Second", span);
        let describe = quote_spanned!(span=> __fingerpost::describe_answers::<#part>);
        let bound = quote_spanned!(span=> #part: __fingerpost::DescribeResponse);
        parts.push((quote!(for<'d> #bound), describe));
    }
    parts.into_iter().unzip()
}

/// What an output without a name says of itself: its type is that of the handler's value.
fn returned(endpoint: &Endpoint) -> Option<TokenStream> {
    if endpoint.output.is_some() {
        return None;
    }
    let name = &endpoint.name;
    let locals: Vec<Ident> = (0..endpoint.arguments.len()).map(local).collect();
    let pattern = locals.iter().rev().fold(glue!(()), |rest, first| glue!((#first, #rest)));
    let returned = match endpoint.call {
        Call::Async => glue!(__fingerpost::returned_by_start(&handler)),
        Call::Sync | Call::Blocking => glue!(__fingerpost::returned_by_call(&handler)),
    };
    Some(glue! {
        fn __returned(schemas: &mut __fingerpost::Schemas) -> __fingerpost::Responses {
            let handler = |#pattern| #name(#(#locals),*);
            #returned.describe(schemas)
        }
    })
}

/// What an `Option` or `Result` of an extractor has in it: what is known of one is known of the other.
fn holder(ty: &Type) -> &Type {
    if let Some([some]) = generics(ty, "Option") {
        holder(some)
    } else if let Some([ok, _]) = generics(ty, "Result") {
        holder(ok)
    } else {
        ty
    }
}

/// A type as it is; one without arguments that does not say what the document shows of it is as good as unknown.
/// One that is not right at all (`is_right`) has been blamed at the handler.
fn known(
    ty: &Type,
    written: &TokenStream,
    is_right: &str,
    constants: &[&str],
    may_be_alias: bool,
) -> TokenStream {
    if !is_plain(ty) {
        return written.clone();
    }
    let asked = quote!(__fingerpost::Asked::<#written>);
    let is_right = Ident::new(is_right, Span::call_site());
    let constants = constants.iter().enumerate().map(|(at, constant)| {
        let constant = Ident::new(constant, Span::call_site());
        // An alias of a type of ours may stand here.
        let by_arguments = (at == 0 && may_be_alias).then(|| quote!(|| #asked::SAYS_BY_ARGUMENTS));
        quote!({ #asked::#constant #by_arguments })
    });
    quote!(__fingerpost::Known<__fingerpost::AskedUnless<#written, { !#asked::#is_right }>, #(#constants),*>)
}

fn output(ty: &Type) -> TokenStream {
    let Type::Path(path) = ungrouped(ty) else {
        let Type::Tuple(tuple) = ungrouped(ty) else { return ty.to_token_stream() };
        let Some((last, parts)) =
            tuple.elems.iter().collect::<Vec<_>>().split_last().map(|(last, parts)| (*last, parts.to_vec()))
        else {
            return ty.to_token_stream();
        };
        let parts = parts
            .into_iter()
            .map(|part| known(part, &part.to_token_stream(), "IS_PART", &["DESCRIBES_PART"], false));
        let last = output(last);
        return quote!((#(#parts,)* #last));
    };
    let name = path.path.segments.last().map(|last| &last.ident);
    if let Some([success, error]) = generics(ty, "Result") {
        let (success, error) = (output(success), output(error));
        return rebuilt(path, name, &quote!(#success, #error));
    }
    if let Some([success]) = generics(ty, "Option") {
        let success = output(success);
        return rebuilt(path, name, &success);
    }
    known(ty, &ty.to_token_stream(), "IS_OUTPUT", &["DESCRIBES_RESPONSE"], true)
}

/// The same path with other arguments.
fn rebuilt(path: &syn::TypePath, name: Option<&Ident>, arguments: &TokenStream) -> TokenStream {
    let leading = path.path.leading_colon;
    let before = path.path.segments.iter().take(path.path.segments.len() - 1);
    quote!(#leading #(#before::)* #name<#arguments>)
}

/// What the attribute says besides.
fn fields(endpoint: &Endpoint) -> TokenStream {
    let mut fields = TokenStream::new();
    if endpoint.output.is_none() {
        fields.extend(glue!(returned: __fingerpost::core::option::Option::Some(__returned),));
    }
    let parameters: Vec<TokenStream> = parameters(endpoint);
    if !parameters.is_empty() {
        fields.extend(quote!(parameters: &[#(#parameters),*],));
    }
    if let Some(status) = &endpoint.status {
        let status = status_code(status);
        fields.extend(quote!(status: #status,));
    }
    if let Some((media_type, _)) = &endpoint.content_type {
        fields.extend(quote!(content_type: #media_type,));
    }
    if !endpoint.headers.is_empty() {
        let headers = endpoint.headers.iter().map(|(name, value)| quote!((#name, #value)));
        fields.extend(quote!(headers: &[#(#headers),*],));
    }
    if let Some(validators) = &endpoint.validators {
        let (tag, time) = (validators.etag.is_some(), validators.last_modified.is_some());
        fields.extend(quote!(validators: (#tag, #time),));
    }
    if let Some(location) = &endpoint.location {
        let handler = &location.handler;
        let parameters = link(location, endpoint);
        fields.extend(quote! {
            link: __fingerpost::core::option::Option::Some(__fingerpost::LinkInfo {
                to: <#handler as __fingerpost::Endpoint>::ROUTE,
                parameters: &[#(#parameters),*],
            }),
        });
    }
    fields
}

/// Captures in the path's order, then the query's parameters in theirs.
fn parameters(endpoint: &Endpoint) -> Vec<TokenStream> {
    let bound = |wanted: &dyn Fn(&Source) -> bool| {
        endpoint.arguments.iter().enumerate().find(|(_, argument)| wanted(&argument.source))
    };
    let captures = endpoint.pattern.captures().enumerate().filter_map(|(at, name)| {
        let (place, argument) =
            bound(&|source| matches!(source, Source::Capture { index, .. } if *index == at))?;
        let schema = schema(argument, place);
        Some(quote!(__fingerpost::ParameterInfo::capture(#name, #schema)))
    });
    let query = endpoint.pattern.query.iter().enumerate().filter_map(|(at, parameter)| {
        let (place, argument) =
            bound(&|source| matches!(source, Source::Query { index, .. } if *index == at))?;
        let Source::Query { many, .. } = &argument.source else { return None };
        let many = match many {
            Many::One => quote!(Once),
            Many::Optional => quote!(Optional),
            Many::Repeated => quote!(Repeated),
            Many::Default(text) => quote!(Default(#text)),
        };
        let (key, name, schema) = (&parameter.key, &parameter.name, schema(argument, place));
        Some(quote!(__fingerpost::ParameterInfo::query(#key, #name, __fingerpost::Occurs::#many, #schema)))
    });
    captures.chain(query).collect()
}

fn schema(argument: &Argument, place: usize) -> TokenStream {
    let (Source::Capture { kind, .. } | Source::Query { kind, .. }) = &argument.source else {
        return TokenStream::new();
    };
    if matches!(kind, Kind::Str | Kind::Cow | Kind::String) {
        return quote!(__fingerpost::ParameterSchema::TEXT);
    }
    let ty = argument.written(place);
    quote_spanned!(syn::spanned::Spanned::span(&argument.ty)=> __fingerpost::Asked::<#ty>::PARAMETER)
}

/// The parameters of a link, as far as a client can read them off the answer or its own request.
fn link(location: &Location, endpoint: &Endpoint) -> Vec<TokenStream> {
    let captures: Vec<&str> = endpoint.pattern.captures().collect();
    let is_capture = |name: &str| {
        captures.contains(&name) && !location.value.as_ref().is_some_and(|value| scope::binds(value, name))
    };
    let expressions = location.values.iter().filter_map(|(name, value)| {
        let expression = match (members(value)?.as_slice(), &location.value) {
            ([name], _) if is_capture(name) => format!("$request.path.{name}"),
            ([root, members @ ..], Some(Pat::Ident(value)))
                if plain(&value.ident) == *root && !members.is_empty() =>
            {
                format!("$response.body#/{}", members.join("/"))
            }
            _ => return None,
        };
        let name = plain(name);
        Some(quote!((#name, #expression)))
    });
    expressions.collect()
}

/// `post.author.id` as its names; a number is that of a wrapper, which JSON does not show.
fn members(value: &Expr) -> Option<Vec<String>> {
    match value {
        Expr::Path(path) => Some(vec![plain(path.path.get_ident()?)]),
        Expr::Field(field) => {
            let mut members = members(&field.base)?;
            if let Member::Named(name) = &field.member {
                members.push(plain(name));
            }
            Some(members)
        }
        Expr::Reference(reference) => members(&reference.expr),
        Expr::Paren(paren) => members(&paren.expr),
        Expr::Group(group) => members(&group.expr),
        _ => None,
    }
}
