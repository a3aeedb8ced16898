//! Arguments that the path does not name: state by reference, else an extractor.

use std::cell::OnceCell;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Type, TypeReference};

use super::arguments::{generic, generics, last_name, ungrouped};
use super::asked::{is_named_as_an_extractor, is_plain};
use super::borrowed::borrow;
use super::model::{Argument, Source};
use super::reads::shown;
use super::signature::{self, mentions, plain};
use crate::errors::Errors;

pub(super) fn by_type(argument: &signature::Argument, errors: &mut Errors) -> Option<Argument> {
    let (source, ty) = match ungrouped(&argument.ty) {
        Type::Reference(reference) => (Source::State, state(argument, reference, errors)?),
        ty => (Source::Extractor, extractor(ty, errors)?),
    };
    let is_unwrapped = argument.is_unwrapped && matches!(source, Source::Extractor) && is_plain(ty);
    Some(Argument {
        source,
        ty: ty.clone(),
        name: argument.name.clone(),
        unwrapped: is_unwrapped.then(|| argument.whole.clone()),
        place: OnceCell::new(),
    })
}

/// The type of the state that is borrowed.
fn state<'a>(
    argument: &signature::Argument,
    reference: &'a TypeReference,
    errors: &mut Errors,
) -> Option<&'a Type> {
    let ty = &*reference.elem;
    if last_name(ty).is_some_and(|name| name == "RequestContext") {
        let message = "a handler takes what it needs of the request, not the request itself\nhelp: `Method`, `Uri`, `HeaderMap`, `Json<T>`…, or a type of your own that implements `FromRequest`, which is given the request";
        errors.push(&argument.ty, message);
        return None;
    }
    if reference.mutability.is_some() {
        let inner = shown(ty);
        let message = if is_named_as_an_extractor(ty) {
            let name = argument.name.as_ref().map_or_else(|| "name".to_owned(), plain);
            format!("an extractor is taken by value\nhelp: `mut {name}: {inner}`")
        } else {
            format!(
                "state is shared between requests, so it cannot be `&mut`\nhelp: take `&{inner}`, and put a `Mutex` or an atomic inside"
            )
        };
        errors.push(&argument.ty, message);
        return None;
    }
    if let Some(lifetime) = reference.lifetime.as_ref().filter(|lifetime| lifetime.ident == "static") {
        let inner = shown(ty);
        let message = format!(
            "state is borrowed for one request\nhelp: `&{inner}`; for what goes on after it give the app an `Arc<{inner}>`, and take `State<Arc<{inner}>>`"
        );
        errors.push(lifetime, message);
        return None;
    }
    if let Some(mistake) = no_state(ty) {
        errors.push(ty, mistake);
        return None;
    }
    Some(ty)
}

/// The type of the extractor.
fn extractor<'a>(ty: &'a Type, errors: &mut Errors) -> Option<&'a Type> {
    if mentions(&ty.to_token_stream(), "impl") {
        errors.push(ty, "an argument has one type, and `impl Trait` is generic\nhelp: write the type");
        return None;
    }
    if let Some(state @ Type::Reference(reference)) = generic(ty, "Option") {
        let inner = shown(&reference.elem);
        let message =
            format!("state is never missing: an app without it does not compile\nhelp: take `&{inner}`");
        errors.push(state, message);
        return None;
    }
    if let Some(borrow) = borrow(ty).or_else(|| text_of_the_program(ty)) {
        let message = "an extractor owns what it reads: the body and the head are gone before the handler is called\nhelp: a `String` for `&str`, a `Vec` for a slice, a type without a lifetime for one with";
        errors.push(borrow, message);
        return None;
    }
    Some(ty)
}

/// A text of the program itself is in no body, query or path.
fn text_of_the_program(ty: &Type) -> Option<TokenStream> {
    if let Some([held]) = generics(ty, "Valid") {
        return text_of_the_program(held);
    }
    let [inner] = ["Json", "Form", "Query", "Path"].into_iter().find_map(|name| generics(ty, name))?;
    matches!(ungrouped(inner), Type::Reference(_)).then(|| inner.to_token_stream())
}

/// Why a type that is taken by reference cannot be state, where that is written in it.
fn no_state(ty: &Type) -> Option<String> {
    let shown = shown(ty);
    match ungrouped(ty) {
        Type::TraitObject(_) => Some(format!(
            "state is found by its type, and a trait object has none of its own\nhelp: give the app an `Arc<{shown}>`, and take `&Arc<{shown}>`"
        )),
        Type::ImplTrait(_) => {
            Some("state is found by its type, and `impl Trait` is generic\nhelp: write the type".to_owned())
        }
        Type::Slice(slice) => {
            let item = self::shown(&slice.elem);
            Some(format!(
                "state is found by its type, and a slice is a part of another\nhelp: take `&Vec<{item}>`, or a struct that holds it"
            ))
        }
        _ => borrow(ty).map(|_| {
            "state lives as long as the app, so it borrows from nothing\nhelp: a type without a lifetime, or with `'static`"
                .to_owned()
        }),
    }
}
