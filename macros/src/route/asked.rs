//! What is asked of the types of arguments and results: a constant that says no in our words, or, where the compiler
//! says best what a type lacks, a bound.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::arguments::{generics, last_name, ungrouped};
use super::model::Endpoint;

/// That an argument is an extractor. Of an `Option` or `Result` of one, what it holds is blamed. One that is written as `Json(post)`
/// and is no `Json` is a mistake that the compiler tells of the function: of a constant that has the same one it says nothing more.
pub(super) fn extractor(
    ty: &Type,
    name: &Ident,
    owner: &Ident,
    unwrapped: Option<&TokenStream>,
) -> TokenStream {
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
    let blank = blank(owner, inner, !std::ptr::eq(inner, ty));
    let named = if std::ptr::eq(inner, ty) { name.to_token_stream() } else { inner.to_token_stream() };
    let is_one = quote!(__fingerpost::Asked::<#name>::IS_EXTRACTOR);
    let holds_one = quote!(__fingerpost::Asked::<#named>::IS_EXTRACTOR);
    let of_the_failure = failure.map(|error| {
        quote_spanned!(error.span()=> const #blank: () = __fingerpost::check::own_rejection(#is_one || !#holds_one);)
    });
    let of_the_inner = if is_plain(inner) {
        // What a `Result` holds is for the handler to answer.
        let rejects = match failure {
            Some(_) => quote!(true),
            None => quote!(__fingerpost::Asked::<#named>::REJECTS),
        };
        let asked =
            quote_spanned!(inner.span()=> __fingerpost::check::extractor(#is_one || #holds_one, #rejects));
        match unwrapped {
            Some(written) => quote_spanned! {inner.span()=>
                #[allow(unused)]
                const #blank: () = { let _ = |#written| {}; #asked };
            },
            None => quote_spanned!(inner.span()=> const #blank: () = #asked;),
        }
    } else if let Some([state]) = generics(inner, "State") {
        let is_right = quote!(#is_one || #holds_one);
        let is_shared = quote!(__fingerpost::Asked::<#state>::IS_SHARED);
        let is_cloned = quote!(__fingerpost::Asked::<#state>::IS_CLONE);
        let of_ours = quote_spanned! {inner.span()=>
            const #blank: () = __fingerpost::check::own_state(#is_right || !#is_shared || !#is_cloned);
        };
        quote_spanned! {state.span()=>
            #of_ours
            const #blank: () = __fingerpost::check::cloned_state(#is_right || !#is_shared || #is_cloned);
            const #blank: () = __fingerpost::check::shared_state(#is_right || #is_shared);
        }
    } else if let Some(valid) = valid(inner, &quote!(#is_one || #holds_one), owner) {
        valid
    } else if std::ptr::eq(inner, ty) {
        // By the glue. Those of ours reject as they should.
        rejection(inner, name, &blank)
    } else {
        extractor_unless(inner, &named, &quote!(#is_one || #holds_one), owner)
    };
    let of_the_halves = halves(inner, owner);
    quote!(#of_the_inner #of_the_failure #of_the_halves)
}

/// That a type is an extractor, which the compiler is asked unless it is known to be right, or wrong in another way.
fn extractor_unless(ty: &Type, named: &TokenStream, unless: &TokenStream, owner: &Ident) -> TokenStream {
    let blank = blank(owner, ty, true);
    quote_spanned! {ty.span()=>
        const #blank: bool = <__fingerpost::AskedUnless<#named, { #unless }> as __fingerpost::FromRequest>::READS_BODY;
    }
}

/// What is asked of `Valid<Json<T>>`, of what it holds first; and of `Json<Valid<T>>`, which is that the wrong way round.
fn valid(ty: &Type, is_right: &TokenStream, owner: &Ident) -> Option<TokenStream> {
    if let Some(held) = validated_within(ty) {
        let blank = blank(owner, held, true);
        let is_valid = quote!(__fingerpost::Asked::<#held>::IS_VALID);
        let otherwise = extractor_unless(ty, &ty.to_token_stream(), &quote!(#is_right || #is_valid), owner);
        return Some(quote_spanned! {held.span()=>
            const #blank: () = __fingerpost::check::valid_outside(#is_right || !#is_valid);
            #otherwise
        });
    }
    let [held] = generics(ty, "Valid")?;
    let blank = blank(owner, held, true);
    let is_valid = quote!(__fingerpost::Asked::<#ty>::IS_VALID);
    let holds_one = quote!(__fingerpost::Asked::<#held>::IS_EXTRACTOR);
    let of_another = extractor_unless(ty, &ty.to_token_stream(), &quote!(#is_right || #is_valid), owner);
    let is_extractor = if is_plain(held) {
        quote_spanned! {held.span()=>
            const #blank: () = __fingerpost::check::valid_extractor(#is_right || !#is_valid || #holds_one);
        }
    } else {
        extractor_unless(held, &held.to_token_stream(), &quote!(#is_right || !#is_valid || #holds_one), owner)
    };
    let is_known = quote!(#is_right || !#is_valid || !#holds_one);
    let has_rules = match ["Json", "Form", "Query"].into_iter().find_map(|name| generics(held, name)) {
        Some([value]) => {
            quote_spanned!(value.span()=> const #blank: () = __fingerpost::check::has_rules(#is_known);)
        }
        None => quote_spanned!(held.span()=> const #blank: () = __fingerpost::check::holds_rules(#is_known);),
    };
    Some(quote!(#of_another #is_extractor #has_rules))
}

/// The `Valid<T>` of a `Json<Valid<T>>`.
fn validated_within(ty: &Type) -> Option<&Type> {
    let [held] = ["Json", "Form", "Query"].into_iter().find_map(|name| generics(ty, name))?;
    generics::<1>(held, "Valid").is_some().then_some(held)
}

/// That an extractor with arguments, one of the user's own, rejects with a failure.
fn rejection(ty: &Type, name: &Ident, blank: &TokenStream) -> TokenStream {
    let has_arguments = last_name(ty).is_some();
    if !has_arguments || is_named_as_an_extractor(ty) {
        return TokenStream::new();
    }
    quote_spanned! {ty.span()=>
        const #blank: () = __fingerpost::check::extractor(true, __fingerpost::Asked::<#name>::REJECTS);
    }
}

/// The names of what is known of each extractor: `__fingerpost::Reading` of it.
pub(super) fn readings(endpoint: &Endpoint) -> Vec<Ident> {
    let extractors = endpoint.extractors().enumerate();
    extractors
        .map(|(at, ty)| Ident::new(&format!("__Reading{at}"), ty.span().resolved_at(Span::call_site())))
        .collect()
}

/// That arguments are extractors, where the compiler says best what a type lacks: statements of the glue that ask for the
/// bound.
pub(super) fn extractors_by_bound(endpoint: &Endpoint) -> TokenStream {
    let is_asked_elsewhere = |ty: &Type| {
        is_plain(ty)
            || generics::<1>(ty, "Option").is_some()
            || generics::<2>(ty, "Result").is_some()
            || ["State", "Valid"].into_iter().any(|name| generics::<1>(ty, name).is_some())
            || validated_within(ty).is_some()
    };
    let asked = endpoint.extractors().zip(readings(endpoint)).filter(|(ty, _)| !is_asked_elsewhere(ty));
    let asked = asked.map(|(ty, reading)| {
        quote_spanned! {ty.span()=>
            let _ = <<#reading as __fingerpost::Reads>::Extractor as __fingerpost::FromRequest>::from_request;
        }
    });
    quote!(#(#asked)*)
}

/// That what a handler returns, or a half of it, is a response, where one question is enough: the name of the constant that asks
/// it, and its last statement.
pub(super) fn output_alone(ty: &Type, owner: &Ident, is_nested: bool) -> Option<(TokenStream, TokenStream)> {
    if generics::<1>(ty, "Result").is_some() || matches!(ungrouped(ty), Type::Tuple(_)) {
        return None;
    }
    let asked = if is_plain(ty) {
        quote_spanned!(ty.span()=> __fingerpost::check::output(__fingerpost::Asked::<#ty>::IS_OUTPUT))
    } else {
        quote_spanned!(ty.span()=> _ = <#ty as __fingerpost::Output>::FACTS;)
    };
    Some((blank(owner, ty, is_nested), asked))
}

/// The same where it is not.
pub(super) fn output(ty: &Type, owner: &Ident, is_nested: bool) -> TokenStream {
    if let Some([success]) = generics(ty, "Result") {
        return alias(ty, success, owner);
    }
    match ungrouped(ty) {
        // Nothing is a response.
        Type::Tuple(tuple) if tuple.elems.is_empty() => TokenStream::new(),
        Type::Tuple(tuple) => parts(tuple, owner, is_nested),
        _ => TokenStream::new(),
    }
}

/// That a `Result` whose error an alias names is a response: the error is blamed where the success is one.
fn alias(ty: &Type, success: &Type, owner: &Ident) -> TokenStream {
    let blank = blank(owner, success, true);
    let is_one = quote!(__fingerpost::Asked::<#ty>::IS_OUTPUT);
    let holds_one = quote!(__fingerpost::Asked::<#success>::IS_OUTPUT);
    let error =
        quote_spanned!(ty.span()=> const #blank: () = __fingerpost::check::error(#is_one || !#holds_one););
    let success = if is_plain(success) {
        quote_spanned!(success.span()=> const #blank: () = __fingerpost::check::output(#is_one || #holds_one);)
    } else {
        quote_spanned!(success.span()=> const #blank: __fingerpost::Facts = <__fingerpost::AskedUnless<#success, { #is_one }> as __fingerpost::Output>::FACTS;)
    };
    quote!(#error #success)
}

/// That the error of a handler's `Result` is a response, and one of a failure.
pub(super) fn error(ty: &Type, owner: &Ident) -> TokenStream {
    let blank = blank(owner, ty, true);
    let is_response = match ungrouped(ty) {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => parts(tuple, owner, true),
        _ if is_plain(ty) => {
            let asked = quote!(__fingerpost::Asked::<#ty>);
            return quote_spanned! {ty.span()=>
                const #blank: () = __fingerpost::check::plain_failure(#asked::IS_RESPONDER, #asked::FACTS);
            };
        }
        _ => {
            quote_spanned!(ty.span()=> const #blank: __fingerpost::Facts = <#ty as __fingerpost::Responder>::FACTS;)
        }
    };
    let asked = quote!(__fingerpost::Asked::<#ty>);
    let is_failure = quote_spanned! {ty.span()=>
        const #blank: () = __fingerpost::check::failure(#asked::IS_RESPONDER, #asked::FACTS);
    };
    quote!(#is_response #is_failure)
}

/// That what is taken by `&`, as state, is not an extractor by its name and by its type.
pub(super) fn by_value(ty: &Type, owner: &Ident) -> Option<TokenStream> {
    let blank = blank(owner, ty, false);
    is_named_as_an_extractor(ty).then(|| {
        quote_spanned!(ty.span()=> const #blank: () = __fingerpost::check::by_value(__fingerpost::Asked::<#ty>::IS_EXTRACTOR || __fingerpost::Asked::<#ty>::IS_STATE);)
    })
}

/// The state that an argument taken by `&` needs: what is an extractor has been blamed, and needs none.
pub(super) fn needed(ty: &Type, name: &Ident) -> TokenStream {
    if is_named_as_an_extractor(ty) {
        quote!(__fingerpost::StateUnless<#name, { __fingerpost::Asked::<#name>::IS_EXTRACTOR || __fingerpost::Asked::<#name>::IS_STATE }>)
    } else {
        name.to_token_stream()
    }
}

pub(super) fn is_named_as_an_extractor(ty: &Type) -> bool {
    const ALONE: [&str; 11] = [
        "Basic",
        "Bearer",
        "ClientAddr",
        "Cookies",
        "FileRequest",
        "IfMatch",
        "LastEventId",
        "Multipart",
        "Preconditions",
        "Shutdown",
        "WebSocketUpgrade",
    ];
    const OF_ONE: [&str; 9] =
        ["ApiKey", "Extension", "Form", "Header", "Json", "Path", "Query", "State", "Valid"];
    let Some(name) = last_name(ty).map(ToString::to_string) else { return false };
    ALONE.contains(&name.as_str())
        || (OF_ONE.contains(&name.as_str()) && generics::<1>(ty, &name).is_some())
        || (name == "Either" && generics::<2>(ty, &name).is_some())
}

/// That each half of an `Either` says which bodies are its own: else it would never be asked.
fn halves(ty: &Type, owner: &Ident) -> TokenStream {
    let Some(halves) = generics::<2>(ty, "Either") else { return TokenStream::new() };
    let proofs = halves.iter().map(|half| {
        if generics::<2>(half, "Either").is_some() {
            return self::halves(half, owner);
        }
        let blank = blank(owner, half, true);
        let asked = quote!(__fingerpost::Asked::<#half>);
        quote_spanned! {half.span()=>
            const #blank: () = __fingerpost::check::half_of_either(#asked::IS_EXTRACTOR, #asked::MEDIA_TYPES);
        }
    });
    quote!(#(#proofs)*)
}

/// Whether the arguments and the answer of a handler that blocks can go from thread to thread, as far as is known.
pub(super) fn are_send(endpoint: &Endpoint) -> TokenStream {
    let (extractors, output) = (endpoint.extractor_names(), endpoint.output.iter());
    quote!(true #(&& __fingerpost::Asked::<#extractors>::IS_SEND)* #(&& __fingerpost::Asked::<#output>::IS_SEND)*)
}

/// That what a handler that blocks returns can come from another thread. A type that is no response has been blamed.
pub(super) fn from_pool(ty: &Type, owner: &Ident) -> TokenStream {
    let blank = blank(owner, ty, false);
    quote_spanned! {ty.span()=>
        const #blank: () = __fingerpost::check::answer_from_pool(
            !__fingerpost::Asked::<#ty>::IS_OUTPUT || __fingerpost::Asked::<#ty>::IS_SEND
        );
    }
}

/// That an argument of a handler that blocks can go to another thread. A type that is no extractor has been blamed.
pub(super) fn for_pool(ty: &Ident) -> TokenStream {
    quote_spanned! {ty.span()=>
        const _: () = __fingerpost::check::argument_for_pool(
            !__fingerpost::Asked::<#ty>::IS_EXTRACTOR || __fingerpost::Asked::<#ty>::IS_SEND
        );
    }
}

/// That an argument of a handler that is not `async` can be read by a future; one that is has its own future asked.
pub(super) fn is_sent(ty: &Ident) -> TokenStream {
    quote_spanned! {ty.span()=>
        const _: () = __fingerpost::check::argument_is_sent(
            !__fingerpost::Asked::<#ty>::IS_EXTRACTOR || __fingerpost::Asked::<#ty>::IS_SEND
        );
    }
}

/// That a tuple is parts and a responder: each is asked alone, the responder only after its parts are right.
fn parts(tuple: &syn::TypeTuple, owner: &Ident, is_nested: bool) -> TokenStream {
    let whole = &tuple.elems;
    let count = whole.len() - 1;
    let parts: Vec<&Type> = whole.iter().take(count).collect();
    let Some(responder) = whole.last() else { return TokenStream::new() };
    if count > 3 {
        return quote_spanned!(tuple.span()=> const _: () = __fingerpost::check::parts(false););
    }
    let blank = blank(owner, responder, is_nested);
    let are_parts = quote!((true #(&& __fingerpost::Asked::<#parts>::IS_PART)*));
    let stands_outside = generics::<1>(responder, "Option").is_some()
        || last_name(responder).is_some_and(|name| name == "Result");
    let of_the_responder = if stands_outside {
        quote_spanned! {responder.span()=>
            const #blank: () = __fingerpost::check::outside_of_tuple(!#are_parts || __fingerpost::Asked::<#responder>::IS_RESPONDER);
        }
    } else if is_plain(responder) {
        quote_spanned! {responder.span()=>
            const #blank: () = __fingerpost::check::last_of_tuple(!#are_parts || __fingerpost::Asked::<#responder>::IS_RESPONDER);
        }
    } else {
        quote_spanned! {responder.span()=>
            const #blank: __fingerpost::Facts = <__fingerpost::AskedUnless<#responder, { !#are_parts }> as __fingerpost::Responder>::FACTS;
        }
    };
    // The first that is none is blamed.
    let of_the_parts = parts.iter().enumerate().map(|(at, part)| {
        let earlier = &parts[..at];
        let blank = self::blank(owner, part, is_nested);
        let are_wrong = quote!(!(true #(&& __fingerpost::Asked::<#earlier>::IS_PART)*));
        quote_spanned! {part.span()=>
            const #blank: () = __fingerpost::check::part(#are_wrong || __fingerpost::Asked::<#part>::IS_PART);
        }
    });
    quote!(#(#of_the_parts)* #of_the_responder)
}

/// The name of a constant that asks something of a type.
///
/// The type is written in the handler's signature too, and where it is not there the compiler says so for both, with
/// advice that depends on where the name of the item ends and on whether the type is an argument of another. So the
/// constant is named where the handler is, wherever the handler gets the advice: the two messages are then one.
pub(super) fn blank(owner: &Ident, ty: &Type, is_nested: bool) -> TokenStream {
    if is_bare(ty) && !is_nested { quote!(_) } else { quote_spanned!(owner.span()=> _) }
}

fn is_bare(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.path.segments.iter().all(|segment| segment.arguments.is_none()))
}

/// Whether nothing more is to be said of a type than what it is not: a path without arguments, or a pointer.
pub(super) fn is_plain(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.arguments.is_none())
                || last_name(ty).is_some_and(|name| ["Box", "Arc", "Rc"].contains(&&*name.to_string()))
        }
        _ => false,
    }
}
