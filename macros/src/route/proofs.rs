//! What the compiler is asked of types that the macro cannot see through, each type once.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::arguments::{generics, last_name};
use super::asked;
use super::location::{LOCATING, link_proof, linking};
use super::model::{Call, Endpoint, Source, Status};

/// What the compiler checks, each a constant, so that each that fails is told.
pub(super) struct Proofs {
    /// The name of the constant that all stands in.
    pub(super) name: TokenStream,
    /// Its last statement: a proof without a constant of its own, which the compiler would read as one more body.
    pub(super) first: TokenStream,
    pub(super) others: TokenStream,
}

/// What the compiler checks of types that the macro cannot see through, each type once.
pub(super) fn proofs(endpoint: &Endpoint) -> Proofs {
    let first = endpoint.output.as_ref().and_then(|output| {
        let (success, _) = halves(output);
        asked::output_alone(success, &endpoint.name, !std::ptr::eq(success, output))
    });
    let others = other_proofs(endpoint, first.is_none());
    let (name, first) = first.unwrap_or_else(|| (quote!(_), TokenStream::new()));
    Proofs { name, first, others }
}

fn other_proofs(endpoint: &Endpoint, with_output: bool) -> TokenStream {
    let mut proofs = output_proofs(endpoint, with_output);
    proofs.extend(endpoint.states().filter_map(|ty| asked::by_value(ty, &endpoint.name)));
    proofs.extend(endpoint.location.as_ref().map(|location| {
        let (source, linking) = linking(LOCATING, endpoint);
        let linking = (!location.values.is_empty()).then_some(linking);
        let proof = link_proof("location", &source, location);
        quote!(#linking #proof)
    }));
    let extractors: Vec<&Type> = endpoint.extractors().collect();
    let readers: Vec<Ident> = (0..extractors.len()).map(|at| format_ident!("__READS_BODY_{at}")).collect();
    let bodiless = endpoint.methods.iter().find(|method| matches!(method.as_str(), "GET" | "HEAD" | "TRACE"));
    let names = endpoint.extractor_names();
    let asks_for_readers = bodiless.is_some() || endpoint.body_limit.is_some() || extractors.len() > 1;
    let unwrapped = endpoint.arguments.iter().filter(|argument| matches!(argument.source, Source::Extractor));
    let unwrapped = unwrapped.map(|argument| argument.unwrapped.as_ref());
    for (at, (((ty, name), reads), unwrapped)) in
        extractors.iter().zip(&names).zip(&readers).zip(unwrapped).enumerate()
    {
        proofs.extend(asked::extractor(ty, name, &endpoint.name, unwrapped));
        match endpoint.call {
            Call::Blocking => proofs.extend(asked::for_pool(name)),
            Call::Sync => proofs.extend(asked::is_sent(name)),
            Call::Async => {}
        }
        if asks_for_readers {
            proofs.extend(quote!(const #reads: bool = __fingerpost::Asked::<#name>::READS_BODY;));
        }
        let opens = |method: &String| ["GET", "CONNECT"].iter().any(|opening| method == opening);
        if last_name(ty).is_some_and(|name| name == "WebSocketUpgrade") && !endpoint.methods.iter().any(opens)
        {
            proofs.extend(quote_spanned! {ty.span()=>
                const _: () = __fingerpost::check::no_websocket(__fingerpost::Asked::<#name>::IS_WEBSOCKET);
            });
        }
        let earlier = &readers[..at];
        if let Some(method) = bodiless {
            proofs.extend(quote_spanned!(ty.span()=> const _: () = __fingerpost::check::no_body_reader(#reads, #method);));
        } else if !earlier.is_empty() {
            proofs.extend(quote_spanned! {ty.span()=>
                const _: () = __fingerpost::check::one_body_reader(&[#(#earlier),*], #reads);
            });
        }
    }
    if let Some((_, span)) = endpoint.body_limit {
        proofs
            .extend(quote_spanned!(span=> const _: () = __fingerpost::check::body_limit(&[#(#readers),*]);));
    }
    let credentials = endpoint.credential_names();
    if let Some(span) = endpoint.public.filter(|_| !credentials.is_empty()) {
        proofs.extend(quote_spanned! {span=>
            const _: () = __fingerpost::check::public(&[#(__fingerpost::Asked::<#credentials>::SECURITY),*]);
        });
    }
    proofs
}

/// What a handler returns where it does not fail, and the errors where it does: each half of a `Result` is asked alone, so that
/// the right one is blamed.
pub(super) fn halves(output: &Type) -> (&Type, Vec<&Type>) {
    let (mut success, mut errors) = (output, Vec::new());
    loop {
        if let Some([ok, error]) = generics(success, "Result") {
            errors.push(error);
            success = ok;
        } else if let Some([some]) = generics(success, "Option") {
            success = some;
        } else {
            return (success, errors);
        }
    }
}

/// That what the handler returns is a response.
fn output_proofs(endpoint: &Endpoint, with_success: bool) -> TokenStream {
    let Some(output) = &endpoint.output else { return TokenStream::new() };
    let mut proofs = TokenStream::new();
    let (success, errors) = halves(output);
    for error in errors {
        proofs.extend(asked::error(error, &endpoint.name));
    }
    if with_success {
        proofs.extend(asked::output(success, &endpoint.name, !std::ptr::eq(success, output)));
    }
    if endpoint.call == Call::Blocking {
        proofs.extend(asked::from_pool(output, &endpoint.name));
    }
    let facts = quote!(__fingerpost::Asked::<#success>::FACTS);
    let blank = asked::blank(&endpoint.name, success, !std::ptr::eq(success, output));
    let is_unit = matches!(success, Type::Tuple(tuple) if tuple.elems.is_empty());
    // Nothing at all can have any status.
    if let Some(status) = endpoint.status.as_ref().filter(|_| !is_unit) {
        let code = status_code(status);
        proofs.extend(quote_spanned! {status.span()=>
            const #blank: () = __fingerpost::check::declared_status(#facts, #code);
        });
    }
    if let Some((_, span)) = &endpoint.content_type {
        proofs.extend(
            quote_spanned!(*span=> const #blank: () = __fingerpost::check::declared_content_type(#facts);),
        );
    }
    if let Some(validators) = &endpoint.validators {
        let by_value = matches!(validators.etag, Some(Some(_)));
        let by_bytes = matches!(validators.etag, Some(None));
        proofs.extend(quote_spanned! {validators.key=>
            const #blank: () = __fingerpost::check::declared_validators(#facts, #by_value, #by_bytes);
        });
    }
    proofs
}

/// The declared status, a number.
pub(super) fn status_code(status: &Status) -> TokenStream {
    match status {
        Status::Code(code, span, _) => {
            let code = Literal::u16_unsuffixed(*code);
            quote_spanned!(*span=> #code)
        }
        // Evaluated once, so that a wrong one is said once.
        Status::Constant(_) => quote!(__STATUS),
    }
}

pub(super) fn status_constant(endpoint: &Endpoint) -> TokenStream {
    match &endpoint.status {
        // Its number is known, and its import is used.
        Some(Status::Code(_, _, Some(path))) => {
            quote_spanned!(path.span()=> const _: () = match #path { _ => () };)
        }
        Some(Status::Constant(path)) => quote_spanned! {path.span()=>
            const __GIVEN: u16 = __fingerpost::check::status_constant({
                // What is nearly one of these names is said to be.
                #[allow(unused_imports)]
                use __fingerpost::statuses::*;
                #path
            }).code();
            const _: u16 = __fingerpost::check::status(__GIVEN);
            const __STATUS: u16 = __fingerpost::check::status_or_ok(__GIVEN);
        },
        _ => TokenStream::new(),
    }
}
