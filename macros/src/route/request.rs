//! The twin's `request` function: the handler's arguments, as a client sends them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{GenericArgument, PathArguments, Type};

use super::arguments::{generics, last_name, ungrouped};
use super::asked::is_plain;
use super::document::{keyword, may_leave_out_lifetimes};
use super::glue::glue;
use super::link;
use super::model::{Argument, Endpoint, Source, respan};
use super::proofs::status_code;
use super::signature::plain;

/// What the server knows by itself, or is told by what every request has.
const KNOWN_BY_SERVER: [&str; 8] =
    ["Method", "Uri", "Version", "HeaderMap", "ClientAddr", "Extension", "Shutdown", "FileRequest"];

/// What is sent as it is, so that `"text".into()` is known to be one.
const SENT_AS_THEMSELVES: [&str; 5] = ["String", "Bytes", "Body", "Cookies", "LastEventId"];

/// The function in an `impl` of the twin; nothing where no client can call it.
pub(super) fn request(endpoint: &Endpoint, route: &TokenStream) -> TokenStream {
    if !cfg!(feature = "client") {
        return TokenStream::new();
    }
    let (name, macros) = (&endpoint.twin, &endpoint.macros);
    let vis = visibility(endpoint);
    let deprecated = &endpoint.deprecation;
    let parameters = link::parameters(endpoint);
    let extractors: Vec<Extractor<'_>> = extractors(endpoint).collect();
    let doc =
        format!("A request of `{} {}`, for a client to call.", endpoint.methods[0], endpoint.pattern.text);
    if !link::is_complete(endpoint, &parameters) {
        return unknown(endpoint, route, extractors.len());
    }
    let arguments =
        endpoint.arguments.iter().enumerate().filter_map(|(at, argument)| match argument.source {
            Source::State => None,
            Source::Extractor => {
                extractors.iter().find(|extractor| extractor.at == at).map(Extractor::argument)
            }
            _ => parameters.iter().find(|parameter| parameter.place == at).map(link::argument),
        });
    let mut bounds = link::predicates(&parameters);
    bounds.extend(endpoint.named_arguments().filter_map(known_by_server));
    bounds.extend(extractors.iter().filter_map(Extractor::bound));
    // Inferred, so that the signature names nothing private.
    bounds.push(quote!(Output_: __fingerpost::Named<Type = O>));
    bounds.push(quote!(__fingerpost::OutputLater<'d, O>: __fingerpost::ReadLaterAs));
    let generics =
        if link::predicates(&parameters).is_empty() { quote!(<'d, O>) } else { quote!(<'__v, 'd, O>) };
    let writes = parameters.iter().map(|parameter| link::write(parameter, &link::positional(parameter)));
    let sends = extractors.iter().map(Extractor::send);
    let status = endpoint.status.as_ref().map_or_else(|| quote!(0), status_code);
    let media_type = endpoint.content_type.as_ref().map(|(text, _)| text.as_str()).unwrap_or_default();
    let output = output(endpoint);
    let keyword = keyword(endpoint);
    let body = glue! {
        let path = __fingerpost::write_path(#route, &[#(&#writes),*]);
        #[allow(unused_mut)]
        let mut draft = __fingerpost::Draft::new(path, #status, #media_type);
        #(#sends)*
        __fingerpost::ClientCall::new::<__fingerpost::OutputLater<'d, O>>(draft)
    };
    quote! {
        #macros::requested! {
            // Asked of an item that is named where the handler is: see `document`.
            enum Output_ {}

            #keyword __fingerpost::Named for Output_ {
                type Type = #output;
            }

            impl #name {
                #[doc = #doc]
                #deprecated
                #[allow(private_interfaces, clippy::needless_pass_by_value)]
                #vis fn request #generics(#(#arguments),*) -> __fingerpost::ClientCall<
                    <__fingerpost::OutputLater<'d, O> as __fingerpost::ReadLaterAs>::Value,
                    <__fingerpost::OutputLater<'d, O> as __fingerpost::ReadLaterAs>::Problem,
                >
                where
                    #(#bounds),*
                {
                    #body
                }
            }
        }
    }
}

/// After a mistake: of the error's own type, of which the compiler says no more.
pub(super) fn stub() -> TokenStream {
    if !cfg!(feature = "client") {
        return TokenStream::new();
    }
    quote!(
        pub const request: __Mistake = ();
    )
}

/// Of a handler whose captures have no types of their own: the compiler says so where it is called.
fn unknown(endpoint: &Endpoint, route: &TokenStream, extractors: usize) -> TokenStream {
    let (name, macros) = (&endpoint.twin, &endpoint.macros);
    let vis = visibility(endpoint);
    let count =
        endpoint.pattern.captures().count() + endpoint.pattern.query.len() + extractors.saturating_sub(1);
    let arguments = (0..count).map(|_| quote!(_: impl __fingerpost::core::marker::Sized));
    quote! {
        #macros::requested! {
            impl #name {
                #[doc(hidden)]
                #vis fn request<'__v>(#(#arguments),*) -> __fingerpost::ClientCall<()>
                where
                    Self: __fingerpost::CapturesByName<'__v>,
                {
                    let path = __fingerpost::write_path(#route, &[]);
                    let draft = __fingerpost::Draft::new(path, 0, "");
                    __fingerpost::ClientCall::new::<__fingerpost::OutputLater<'__v, ()>>(draft)
                }
            }
        }
    }
}

/// An extractor that a client sends something for.
struct Extractor<'e> {
    at: usize,
    argument: &'e Argument,
}

fn extractors(endpoint: &Endpoint) -> impl Iterator<Item = Extractor<'_>> {
    let arguments = endpoint.arguments.iter().enumerate();
    arguments
        .filter(|(_, argument)| matches!(argument.source, Source::Extractor))
        .filter(|(_, argument)| {
            !is_known_by_server(&argument.ty) && generics::<1>(&argument.ty, "State").is_none()
        })
        .map(|(at, argument)| Extractor { at, argument })
}

impl Extractor<'_> {
    fn name(&self) -> Ident {
        // `Admin: Admin` names nothing: it matches the one value of a type.
        let is_value = |name: &Ident| plain(name).starts_with(char::is_uppercase);
        self.argument
            .name
            .clone()
            .filter(|name| !is_value(name))
            .unwrap_or_else(|| format_ident!("argument_{}", self.at, span = Span::mixed_site()))
    }

    /// Whether its value is told by a bound, and the type of the argument by the value: then a type that says nothing is one
    /// error.
    fn is_asked_by_value(&self) -> bool {
        let ty = &self.argument.ty;
        is_plain(ty)
            && !last_name(ty).is_some_and(|name| SENT_AS_THEMSELVES.iter().any(|known| name == known))
    }

    fn argument(&self) -> TokenStream {
        let (name, ty) = (self.name(), self.argument.written(self.at));
        if self.is_asked_by_value() {
            quote!(#name: impl __fingerpost::SentAs<#ty>)
        } else {
            quote!(#name: <__fingerpost::SentLater<'d, #ty> as __fingerpost::SendLater>::Value)
        }
    }

    fn bound(&self) -> Option<TokenStream> {
        let ty = self.argument.written(self.at);
        (!self.is_asked_by_value()).then(|| quote!(__fingerpost::SentLater<'d, #ty>: __fingerpost::SendLater))
    }

    fn send(&self) -> TokenStream {
        let (name, ty) = (self.name(), self.argument.written(self.at));
        if self.is_asked_by_value() {
            glue!(__fingerpost::SentAs::<#ty>::send(#name, &mut draft);)
        } else {
            glue!(<__fingerpost::SentLater<'d, #ty> as __fingerpost::SendLater>::send(#name, &mut draft);)
        }
    }
}

/// That what has such a name is what it is taken for.
fn known_by_server((alias, argument): (Ident, &Argument)) -> Option<TokenStream> {
    (matches!(argument.source, Source::Extractor) && is_known_by_server(&argument.ty))
        .then(|| quote!(__fingerpost::SentLater<'d, #alias>: __fingerpost::KnownByServer))
}

fn is_known_by_server(ty: &Type) -> bool {
    if let Some([inner]) = generics(ty, "Option") {
        return is_known_by_server(inner);
    }
    if let Some([inner, _]) = generics(ty, "Result") {
        return is_known_by_server(inner);
    }
    last_name(ty).is_some_and(|name| KNOWN_BY_SERVER.iter().any(|known| name == known))
}

/// That of the handler, at no place of the user's: where it is not called, nothing is to be said of the user's own macro.
fn visibility(endpoint: &Endpoint) -> TokenStream {
    respan(endpoint.vis.to_token_stream(), Span::mixed_site())
}

/// The type of what the handler returns, as a client reads it.
fn output(endpoint: &Endpoint) -> TokenStream {
    let output = read(&endpoint.written_output);
    if may_leave_out_lifetimes(endpoint) {
        // In the output of a function they may be left out here, too.
        quote!(<fn(&()) -> #output as __fingerpost::Gives>::Output)
    } else {
        output
    }
}

/// A type as it is; one without arguments that does not say what a client reads of it is as good as unknown.
fn read(ty: &Type) -> TokenStream {
    if let Some([success, error]) = generics(ty, "Result") {
        let (success, error) = (read(success), known(error, "READS_PROBLEM"));
        return rebuilt(ty, &[success, error]);
    }
    if let Some([success]) = generics(ty, "Option") {
        return rebuilt(ty, &[read(success)]);
    }
    match ungrouped(ty) {
        Type::ImplTrait(_) => quote!(__fingerpost::Unnamed),
        Type::Tuple(tuple) if !tuple.elems.is_empty() => {
            let last = tuple.elems.len() - 1;
            let elements = tuple.elems.iter().enumerate();
            let elements = elements.map(|(at, part)| if at == last { read(part) } else { named(part) });
            quote!((#(#elements,)*))
        }
        _ => known(&ty.clone(), "READS_RESPONSE"),
    }
}

fn known(ty: &Type, constant: &str) -> TokenStream {
    if !is_plain(ty) {
        return named(ty);
    }
    let constant = Ident::new(constant, Span::call_site());
    quote!(__fingerpost::Known<#ty, { __fingerpost::Asked::<#ty>::#constant }>)
}

/// The same with the arguments that have no name left out: `Sse<impl Stream<Item = Event>>`.
fn named(ty: &Type) -> TokenStream {
    let Type::Path(path) = ungrouped(ty) else {
        return match ungrouped(ty) {
            Type::ImplTrait(_) => quote!(__fingerpost::Unnamed),
            _ => ty.to_token_stream(),
        };
    };
    let Some(PathArguments::AngleBracketed(arguments)) =
        path.path.segments.last().map(|last| &last.arguments)
    else {
        return ty.to_token_stream();
    };
    let arguments: Vec<TokenStream> = arguments
        .args
        .iter()
        .map(|argument| match argument {
            GenericArgument::Type(ty) => named(ty),
            other => other.to_token_stream(),
        })
        .collect();
    rebuilt(ty, &arguments)
}

/// The same path with other arguments.
fn rebuilt(ty: &Type, arguments: &[TokenStream]) -> TokenStream {
    let Type::Path(path) = ungrouped(ty) else { return ty.to_token_stream() };
    let leading = path.path.leading_colon;
    let count = path.path.segments.len().saturating_sub(1);
    let before = path.path.segments.iter().take(count);
    let name = path.path.segments.last().map(|last| &last.ident);
    quote!(#leading #(#before::)* #name<#(#arguments),*>)
}
