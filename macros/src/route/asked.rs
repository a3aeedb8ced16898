//! What is asked of the types of arguments and results: a constant that says no in our words, or, where the compiler
//! says best what a type lacks, a bound.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::arguments::{generics, last_name, ungrouped};
use super::model::Endpoint;

/// That an argument is an extractor. Of an `Option` or `Result` of one, what it holds is blamed.
pub(super) fn extractor(ty: &Type) -> TokenStream {
    let (mut inner, mut failure) = (ty, None);
    loop {
        if let Some([some]) = generics(inner, "Option") {
            inner = some;
        } else if let Some([ok, error]) = generics(inner, "Result") {
            (inner, failure) = (ok, Some(error));
        } else {
            break;
        }
    }
    let is_one = quote!(__fingerpost::Asked::<#ty>::IS_EXTRACTOR);
    let holds_one = quote!(__fingerpost::Asked::<#inner>::IS_EXTRACTOR);
    let of_the_failure = failure.map(|error| {
        quote_spanned!(error.span()=> const _: () = __fingerpost::check::own_rejection(#is_one || !#holds_one);)
    });
    let of_the_inner = if is_plain(inner) {
        quote_spanned!(inner.span()=> const _: () = __fingerpost::check::extractor(#is_one || #holds_one);)
    } else if let Some([state]) = generics(inner, "State") {
        let is_right = quote!(#is_one || #holds_one);
        let is_shared = quote!(__fingerpost::Asked::<#state>::IS_SHARED);
        let is_cloned = quote!(__fingerpost::Asked::<#state>::IS_CLONE);
        quote_spanned! {state.span()=>
            const _: () = __fingerpost::check::cloned_state(#is_right || !#is_shared || #is_cloned);
            const _: () = __fingerpost::check::shared_state(#is_right || #is_shared);
        }
    } else {
        quote_spanned! {inner.span()=>
            const _: bool = <__fingerpost::AskedUnless<#inner, { #is_one || #holds_one }> as __fingerpost::FromRequest>::READS_BODY;
        }
    };
    quote!(#of_the_inner #of_the_failure)
}

/// That what a handler returns, or a half of it, is a response.
pub(super) fn output(ty: &Type) -> TokenStream {
    match ungrouped(ty) {
        // Nothing is a response.
        Type::Tuple(tuple) if tuple.elems.is_empty() => TokenStream::new(),
        Type::Tuple(tuple) => parts(tuple),
        _ if is_plain(ty) => {
            quote_spanned!(ty.span()=> const _: () = __fingerpost::check::output(__fingerpost::Asked::<#ty>::IS_OUTPUT);)
        }
        _ => quote_spanned!(ty.span()=> const _: __fingerpost::Facts = <#ty as __fingerpost::Output>::FACTS;),
    }
}

/// That the error of a handler's `Result` is a response, and one of a failure.
pub(super) fn error(ty: &Type) -> TokenStream {
    let is_response = match ungrouped(ty) {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => parts(tuple),
        _ if is_plain(ty) => {
            quote_spanned!(ty.span()=> const _: () = __fingerpost::check::error(__fingerpost::Asked::<#ty>::IS_RESPONDER);)
        }
        _ => {
            quote_spanned!(ty.span()=> const _: __fingerpost::Facts = <#ty as __fingerpost::Responder>::FACTS;)
        }
    };
    let asked = quote!(__fingerpost::Asked::<#ty>);
    let is_failure = quote_spanned! {ty.span()=>
        const _: () = __fingerpost::check::failure(#asked::IS_RESPONDER, #asked::FACTS);
    };
    quote!(#is_response #is_failure)
}

/// That what is taken by `&`, as state, is not an extractor by its name and by its type.
pub(super) fn by_value(ty: &Type) -> Option<TokenStream> {
    is_named_as_an_extractor(ty).then(|| {
        quote_spanned!(ty.span()=> const _: () = __fingerpost::check::by_value(__fingerpost::Asked::<#ty>::IS_EXTRACTOR);)
    })
}

/// The state that an argument taken by `&` needs: what is an extractor has been blamed, and needs none.
pub(super) fn needed(ty: &Type) -> TokenStream {
    if is_named_as_an_extractor(ty) {
        quote!(__fingerpost::StateUnless<#ty, { __fingerpost::Asked::<#ty>::IS_EXTRACTOR }>)
    } else {
        quote!(#ty)
    }
}

fn is_named_as_an_extractor(ty: &Type) -> bool {
    ["Json", "Form", "Query", "Path", "State", "Extension", "Header"]
        .into_iter()
        .any(|name| generics::<1>(ty, name).is_some())
}

/// Whether the arguments and the answer of a handler that blocks can go from thread to thread, as far as is known.
pub(super) fn are_send(endpoint: &Endpoint) -> TokenStream {
    let types = endpoint.extractors().chain(&endpoint.output);
    quote!(true #(&& __fingerpost::Asked::<#types>::IS_SEND)*)
}

/// That what a handler that blocks returns can come from another thread. A type that is no response has been blamed.
pub(super) fn from_pool(ty: &Type) -> TokenStream {
    quote_spanned! {ty.span()=>
        const _: () = __fingerpost::check::answer_from_pool(
            !__fingerpost::Asked::<#ty>::IS_OUTPUT || __fingerpost::Asked::<#ty>::IS_SEND
        );
    }
}

/// That an argument of a handler that blocks can go to another thread. A type that is no extractor has been blamed.
pub(super) fn for_pool(ty: &Type) -> TokenStream {
    quote_spanned! {ty.span()=>
        const _: () = __fingerpost::check::argument_for_pool(
            !__fingerpost::Asked::<#ty>::IS_EXTRACTOR || __fingerpost::Asked::<#ty>::IS_SEND
        );
    }
}

/// That a tuple is parts and a responder: each is asked alone, the responder only after its parts are right.
fn parts(tuple: &syn::TypeTuple) -> TokenStream {
    let whole = &tuple.elems;
    let count = whole.len() - 1;
    let parts: Vec<&Type> = whole.iter().take(count).collect();
    let Some(responder) = whole.last() else { return TokenStream::new() };
    if count > 3 {
        return quote_spanned!(tuple.span()=> const _: () = __fingerpost::check::parts(false););
    }
    let are_parts = quote!((true #(&& __fingerpost::Asked::<#parts>::IS_PART)*));
    let of_the_responder = if is_plain(responder) {
        quote_spanned! {responder.span()=>
            const _: () = __fingerpost::check::last_of_tuple(!#are_parts || __fingerpost::Asked::<#responder>::IS_RESPONDER);
        }
    } else {
        quote_spanned! {responder.span()=>
            const _: __fingerpost::Facts = <__fingerpost::AskedUnless<#responder, { !#are_parts }> as __fingerpost::Responder>::FACTS;
        }
    };
    // The first that is none is blamed.
    let of_the_parts = parts.iter().enumerate().map(|(at, part)| {
        let earlier = &parts[..at];
        let are_wrong = quote!(!(true #(&& __fingerpost::Asked::<#earlier>::IS_PART)*));
        quote_spanned! {part.span()=>
            const _: () = __fingerpost::check::part(#are_wrong || __fingerpost::Asked::<#part>::IS_PART);
        }
    });
    quote!(#(#of_the_parts)* #of_the_responder)
}

/// Whether nothing more is to be said of a type than what it is not: a path without arguments, or a pointer.
fn is_plain(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.arguments.is_none())
                || last_name(ty)
                    .is_some_and(|name| ["Box", "Arc", "Rc"].iter().any(|pointer| name == pointer))
        }
        _ => false,
    }
}
