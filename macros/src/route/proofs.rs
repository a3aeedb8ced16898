//! What the compiler is asked of types that the macro cannot see through, each type once.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::arguments::{generics, ungrouped};
use super::location::link_proof;
use super::model::{Endpoint, Status};

/// What the compiler checks of types that the macro cannot see through, each type once.
pub(super) fn proofs(endpoint: &Endpoint) -> TokenStream {
    let mut proofs = output_proofs(endpoint);
    proofs.extend(endpoint.location.as_ref().map(|location| link_proof(&endpoint.name, location)));
    let extractors: Vec<&Type> = endpoint.extractors().collect();
    let readers: Vec<Ident> = (0..extractors.len()).map(|at| format_ident!("__READS_BODY_{at}")).collect();
    let bodiless = endpoint.methods.iter().find(|method| matches!(method.as_str(), "GET" | "HEAD" | "TRACE"));
    for (at, (ty, reads)) in extractors.iter().zip(&readers).enumerate() {
        let earlier = &readers[..at];
        let is_extractor = if is_plain(ty) {
            quote_spanned!(ty.span()=> () = __fingerpost::check::extractor(__fingerpost::Asked::<#ty>::IS_EXTRACTOR))
        } else {
            // The compiler says best what a `Json<T>` lacks.
            quote_spanned!(ty.span()=> bool = <#ty as __fingerpost::FromState>::READS_BODY)
        };
        let reads_rightly = match bodiless {
            Some(method) => quote_spanned!(ty.span()=> __fingerpost::check::no_body_reader(#reads, #method)),
            None => {
                quote_spanned!(ty.span()=> __fingerpost::check::one_body_reader(&[#(#earlier),*], #reads))
            }
        };
        proofs.extend(quote! {
            const _: #is_extractor;
            const #reads: bool = __fingerpost::Asked::<#ty>::READS_BODY;
            const _: () = #reads_rightly;
        });
    }
    if let Some((_, span)) = endpoint.body_limit {
        proofs
            .extend(quote_spanned!(span=> const _: () = __fingerpost::check::body_limit(&[#(#readers),*]);));
    }
    proofs
}

/// Whether a type is a path without arguments, of which nothing more is to be said than what it is not.
fn is_plain(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.arguments.is_none()),
        _ => false,
    }
}

/// That what the handler returns is a response. Of a `Result` each half is asked alone, so that the right one is blamed.
fn output_proofs(endpoint: &Endpoint) -> TokenStream {
    let Some(output) = &endpoint.output else { return TokenStream::new() };
    let mut proofs = TokenStream::new();
    let mut success = output;
    loop {
        if let Some([ok, error]) = generics(success, "Result") {
            proofs.extend(if is_plain(error) {
                quote_spanned!(error.span()=> const _: () = __fingerpost::check::error(__fingerpost::Asked::<#error>::IS_RESPONDER);)
            } else {
                quote_spanned!(error.span()=> const _: __fingerpost::Facts = <#error as __fingerpost::Responder>::FACTS;)
            });
            success = ok;
        } else if let Some([some]) = generics(success, "Option") {
            success = some;
        } else {
            break;
        }
    }
    proofs.extend(if is_plain(success) {
        quote_spanned!(success.span()=> const _: () = __fingerpost::check::output(__fingerpost::Asked::<#success>::IS_OUTPUT);)
    } else {
        quote_spanned!(success.span()=> const _: __fingerpost::Facts = <#success as __fingerpost::Output>::FACTS;)
    });
    let facts = quote!(__fingerpost::Asked::<#success>::FACTS);
    if let Some(status) = &endpoint.status {
        let code = status_code(status);
        proofs.extend(quote_spanned! {status.span()=>
            const _: () = __fingerpost::check::declared_status(#facts, #code);
        });
    }
    if let Some((_, span)) = &endpoint.content_type {
        proofs.extend(
            quote_spanned!(*span=> const _: () = __fingerpost::check::declared_content_type(#facts);),
        );
    }
    proofs
}

/// The declared status, a number.
pub(super) fn status_code(status: &Status) -> TokenStream {
    match status {
        Status::Code(code, span) => {
            let code = Literal::u16_unsuffixed(*code);
            quote_spanned!(*span=> #code)
        }
        // Evaluated once, so that a wrong one is said once.
        Status::Constant(_) => quote!(__STATUS),
    }
}

pub(super) fn status_constant(endpoint: &Endpoint) -> TokenStream {
    let Some(Status::Constant(path)) = &endpoint.status else { return TokenStream::new() };
    quote_spanned! {path.span()=>
        const _: u16 = __fingerpost::check::status(__fingerpost::check::StatusConst({
            // What is nearly one of these names is said to be.
            #[allow(unused_imports)]
            use __fingerpost::statuses::*;
            #path
        }).code());
        const __STATUS: u16 = __fingerpost::check::StatusConst({
            #[allow(unused_imports)]
            use __fingerpost::statuses::*;
            #path
        }).unproved();
    }
}
