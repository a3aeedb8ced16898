//! The twin's `request` function: the handler's arguments, as a client sends them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, PathArguments, Type, TypeImplTrait, TypeParamBound,
};

use super::arguments::{generics, last_name, ungrouped};
use super::asked::is_plain;
use super::glue::glue;
use super::link;
use super::model::{Argument, Endpoint, Source, respan};
use super::proofs::status_code;
use super::signature::plain;
use super::written::{keyword, may_leave_out_lifetimes};
use crate::editor;

/// What the server knows by itself, or is told by what every request has.
const KNOWN_BY_SERVER: [&str; 8] =
    ["Method", "Uri", "Version", "HeaderMap", "ClientAddr", "Extension", "Shutdown", "FileRequest"];

/// The function in an `impl` of the twin.
pub(super) fn request(endpoint: &Endpoint, route: &TokenStream, is_served: bool) -> TokenStream {
    let (name, macros) = (&endpoint.twin, &endpoint.macros);
    let vis = visibility(endpoint);
    let deprecated = super::lifecycle::deprecation(endpoint);
    let parameters = link::parameters(endpoint);
    let extractors: Vec<Extractor<'_>> = extractors(endpoint, is_served).collect();
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
    bounds.extend(extractors.iter().map(Extractor::bound));
    // Inferred, so that the signature names nothing private.
    bounds.push(quote!(Output_: __fingerpost::Outcome<Success = Success_, Error = Error_, Given = Given_>));
    bounds.push(quote!(Success_: __fingerpost::ReadResponse + 'static));
    bounds.push(quote!(Error_: __fingerpost::ReadProblem + 'static));
    bounds
        .push(quote!(Given_: __fingerpost::Given<<Success_ as __fingerpost::ReadResponse>::Value> + 'static));
    let given = extractors.iter().filter_map(Extractor::given);
    let generics = quote!(<Success_, Error_, Given_ #(, #given)*>);
    let writes = link::writes(&parameters, link::positional);
    let sends = extractors.iter().map(Extractor::send);
    let status = endpoint.status.as_ref().map_or_else(|| quote!(0), status_code);
    let media_type = endpoint.content_type.as_ref().map(|(text, _)| text.as_str()).unwrap_or_default();
    let output = output(endpoint);
    let body = glue! {
        let path = __fingerpost::write_path(#route, #writes);
        #[allow(unused_mut)]
        let mut draft = __fingerpost::Draft::new(path, #status, #media_type);
        #(#sends)*
        __fingerpost::ClientCall::new::<Success_, Error_, Given_>(draft)
    };
    quote! {
        #macros::requested! {
            #output

            impl #name {
                #[doc = #doc]
                #deprecated
                #[allow(private_interfaces, clippy::needless_pass_by_value)]
                #vis fn request #generics(#(#arguments),*) -> __fingerpost::ClientCall<
                    <Given_ as __fingerpost::Given<<Success_ as __fingerpost::ReadResponse>::Value>>::Value,
                    <Error_ as __fingerpost::TellsProblems>::Kind,
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
                #vis fn request(#(#arguments),*) -> __fingerpost::ClientCall<()>
                where
                    for<'__v> Self: __fingerpost::CapturesByName,
                {
                    let path = __fingerpost::write_path(#route, ());
                    let draft = __fingerpost::Draft::new(path, 0, "");
                    __fingerpost::ClientCall::new::<
                        (),
                        __fingerpost::core::convert::Infallible,
                        __fingerpost::IfOption<false>,
                    >(draft)
                }
            }
        }
    }
}

/// An extractor that a client sends something for.
struct Extractor<'e> {
    at: usize,
    /// Whether there is a handler, and not only a declaration.
    is_served: bool,
    argument: &'e Argument,
}

fn extractors(endpoint: &Endpoint, is_served: bool) -> impl Iterator<Item = Extractor<'_>> {
    let arguments = endpoint.arguments.iter().enumerate();
    arguments
        .filter(|(_, argument)| matches!(argument.source, Source::Extractor))
        .filter(|(_, argument)| {
            !is_known_by_server(&argument.ty) && generics::<1>(&argument.ty, "State").is_none()
        })
        .map(move |(at, argument)| Extractor { at, is_served, argument })
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

    /// The type that says what is sent.
    fn asked(&self) -> TokenStream {
        let ty = self.argument.written(self.at);
        if self.given().is_some() && self.is_served {
            // What is no extractor has been blamed at the handler.
            let asked = quote!(__fingerpost::Asked::<#ty>);
            return quote!(__fingerpost::AskedUnless<#ty, { !#asked::IS_SENT && !#asked::IS_EXTRACTOR }>);
        }
        ty.to_token_stream()
    }

    /// The type of what is given for one without arguments, which may not say what is sent for it.
    fn given(&self) -> Option<Ident> {
        is_plain(&self.argument.ty).then(|| format_ident!("Given{}_", self.at, span = Span::mixed_site()))
    }

    fn as_sent(&self) -> TokenStream {
        let Some(given) = self.given() else { return quote!(__fingerpost::SendArgument) };
        let ty = self.argument.written(self.at);
        quote!(__fingerpost::SendIf<{ __fingerpost::Asked::<#ty>::IS_SENT }, #given>)
    }

    fn argument(&self) -> TokenStream {
        let (name, asked, as_sent) = (self.name(), self.asked(), self.as_sent());
        quote!(#name: <#asked as #as_sent>::Value)
    }

    fn bound(&self) -> TokenStream {
        let asked = self.asked();
        let is_given = self.given().map(|_| {
            let as_sent = self.as_sent();
            quote!(#asked: #as_sent,)
        });
        quote!(#is_given for<'d> #asked: __fingerpost::SendArgument)
    }

    fn send(&self) -> TokenStream {
        let (name, asked, as_sent) = (self.name(), self.asked(), self.as_sent());
        glue!(<#asked as #as_sent>::send(#name, &mut draft);)
    }
}

/// That what has such a name is what it is taken for.
fn known_by_server((alias, argument): (Ident, &Argument)) -> Option<TokenStream> {
    (matches!(argument.source, Source::Extractor) && is_known_by_server(&argument.ty))
        .then(|| quote!(for<'d> #alias: __fingerpost::KnownByServer))
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

/// What the handler returns, as a client reads it: `Output_`, in parts that are told by the type, which an alias may hide.
fn output(endpoint: &Endpoint) -> TokenStream {
    let written = match ungrouped(&endpoint.written_output) {
        Type::ImplTrait(_) => quote!(__fingerpost::Unnamed),
        output => named(output),
    };
    let written = if may_leave_out_lifetimes(endpoint) {
        // In the output of a function they may be left out here, too.
        quote!(<fn(&()) -> #written as __fingerpost::Gives>::Output)
    } else {
        written
    };
    let keyword = keyword(endpoint);
    let asked = |ty: &TokenStream, constant: &str| {
        let constant = Ident::new(constant, Span::call_site());
        quote!(__fingerpost::Asked::<#ty>::#constant)
    };
    let output = quote!(<OutputWritten_ as __fingerpost::Named>::Type);
    let is_result = asked(&output, "IS_RESULT");
    let is_option = asked(&quote!(OutputSuccess_), "IS_OPTION");
    let mut is_option = quote!({ #is_option });
    // What `Json<T>` holds is not asked: a constant does not tell what is read for any lifetime from what is for one, and the
    // compiler would object to it here.
    let by_arguments = asked(&quote!(OutputHeld_), "READS_BY_ARGUMENTS");
    let reads = asked(&quote!(__fingerpost::AskedUnless<OutputHeld_, { #by_arguments }>), "READS_RESPONSE");
    let reads_problem = asked(&quote!(OutputError_), "READS_PROBLEM");
    let mut responder = quote!(__fingerpost::Known<OutputHeld_, { #reads }>);
    if editor::asks() {
        // rust-analyzer does not follow a type as far as these: what an answer holds would be unknown to it.
        if let Some((held, may_be_missing)) = held(&endpoint.written_output) {
            (responder, is_option) = (held.to_token_stream(), quote!(#may_be_missing));
        }
    }
    if endpoint.methods.first().is_some_and(|method| method == "HEAD") {
        responder = quote!(__fingerpost::OfHead<#responder>);
    }
    quote! {
        // Asked of an item that is named where the handler is: see `document`.
        enum OutputWritten_ {}
        enum Output_ {}

        #keyword __fingerpost::Named for OutputWritten_ {
            type Type = #written;
        }

        type OutputSuccess_ = __fingerpost::SuccessOf<#output, { #is_result }>;
        type OutputError_ = __fingerpost::ErrorOf<#output, { #is_result }>;
        type OutputHeld_ = __fingerpost::HeldBy<OutputSuccess_, #is_option>;

        impl __fingerpost::Outcome for Output_ {
            type Success = #responder;
            type Error = __fingerpost::Known<OutputError_, { #reads_problem }>;
            type Given = __fingerpost::IfOption<#is_option>;
        }
    }
}

/// What the success of an output holds, and whether it is an `Option`, where words tell: not behind an alias.
fn held(output: &Type) -> Option<(&Type, bool)> {
    let success = match generics(output, "Result") {
        Some([success, _]) => success,
        None if generics::<1>(output, "Option").or_else(|| generics(output, "Json")).is_some() => output,
        None => return None,
    };
    let (held, is_option) = generics(success, "Option").map_or((success, false), |[held]| (held, true));
    let is_told = !matches!(held, Type::ImplTrait(_)) && last_name(held).is_none_or(|name| name != "Result");
    is_told.then_some((held, is_option))
}

/// The same with the arguments that have no name left out: `Sse<impl Stream<Item = Event>>`.
fn named(ty: &Type) -> TokenStream {
    let path = match ungrouped(ty) {
        Type::Path(path) => path,
        Type::ImplTrait(opaque) => return stream(opaque),
        Type::Tuple(tuple) => {
            let elements = tuple.elems.iter().map(named);
            return quote!((#(#elements,)*));
        }
        _ => return ty.to_token_stream(),
    };
    let Some(PathArguments::AngleBracketed(arguments)) =
        path.path.segments.last().map(|last| &last.arguments)
    else {
        return ty.to_token_stream();
    };
    let named: Vec<TokenStream> = arguments
        .args
        .iter()
        .map(|argument| match argument {
            GenericArgument::Type(ty) => named(ty),
            other => other.to_token_stream(),
        })
        .collect();
    rebuilt(ty, arguments, &named)
}

/// `impl Stream<Item = Event>`, with the type of its items; anything else has no name.
fn stream(opaque: &TypeImplTrait) -> TokenStream {
    let item = opaque.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let stream = bound.path.segments.last().filter(|last| last.ident == "Stream")?;
        let PathArguments::AngleBracketed(arguments) = &stream.arguments else { return None };
        arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(item) if item.ident == "Item" => Some(named(&item.ty)),
            _ => None,
        })
    });
    item.map_or_else(|| quote!(__fingerpost::Unnamed), |item| quote!(__fingerpost::StreamOf<#item>))
}

/// The same path with other arguments, between the brackets and commas that are written: where one is missing the compiler
/// says so at the same place as of the handler.
fn rebuilt(ty: &Type, written: &AngleBracketedGenericArguments, arguments: &[TokenStream]) -> TokenStream {
    let Type::Path(path) = ungrouped(ty) else { return ty.to_token_stream() };
    let leading = path.path.leading_colon;
    let count = path.path.segments.len().saturating_sub(1);
    let before = path.path.segments.iter().take(count);
    let name = path.path.segments.last().map(|last| &last.ident);
    let (start, end) = (&written.lt_token, &written.gt_token);
    let commas = written.args.pairs().map(|pair| pair.punct().copied().copied());
    let arguments = arguments.iter().zip(commas).map(|(argument, comma)| quote!(#argument #comma));
    quote!(#leading #(#before::)* #name #start #(#arguments)* #end)
}
