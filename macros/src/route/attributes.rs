//! Attributes of arguments: `#[cfg]`, of which each case is a handler of its own, and those that others read.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, FnArg, Meta, Pat, PatType};

use super::signature::{Handler, is_route, plain};
use crate::errors::Errors;
use crate::root::Doors;

/// The lints that may stand on an argument, and the conditions.
const OF_ARGUMENTS: [&str; 7] = ["allow", "warn", "deny", "forbid", "expect", "cfg", "cfg_attr"];

/// Those of the compiler that stand on functions: none of them reads another.
const OF_FUNCTIONS: [&str; 6] = ["doc", "inline", "cold", "must_use", "deprecated", "track_caller"];

fn is_one_of(attr: &Attribute, names: &[&str]) -> bool {
    attr.path().get_ident().is_some_and(|name| names.iter().any(|known| name == known))
}

fn typed(input: &FnArg) -> Option<&PatType> {
    match input {
        FnArg::Typed(argument) => Some(argument),
        FnArg::Receiver(_) => None,
    }
}

fn is_cfg(attr: &Attribute) -> bool {
    attr.path().is_ident("cfg")
}

fn is_conditional(input: &FnArg) -> bool {
    typed(input).is_some_and(|typed| typed.attrs.iter().any(is_cfg))
}

pub(super) fn has_condition(handler: &Handler) -> bool {
    handler.signature.inputs.iter().any(is_conditional)
}

/// A handler with an argument that is there under a condition: two handlers, of which the compiler keeps one. What stands beside a
/// function could not ask for the condition everywhere.
pub(super) fn split(
    doors: &Doors,
    method: Option<&str>,
    args: &TokenStream,
    handler: &Handler,
) -> Option<TokenStream> {
    let inputs = &handler.signature.inputs;
    let at = inputs.iter().position(is_conditional)?;
    let (mut with, mut without) = (handler.signature.clone(), handler.signature.clone());
    let FnArg::Typed(argument) = &mut with.inputs[at] else { return None };
    let cfg = argument.attrs.remove(argument.attrs.iter().position(is_cfg)?);
    let Meta::List(condition) = &cfg.meta else { return None };
    let condition = &condition.tokens;
    without.inputs =
        inputs.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, input)| input.clone()).collect();
    let door = &doors.door;
    let method = method.map(|method| {
        let method = Ident::new(method, proc_macro2::Span::call_site());
        quote!(#method,)
    });
    let Handler { attrs, vis, body, .. } = handler;
    Some(quote! {
        #[cfg(#condition)]
        #[#door::route(#method #args)]
        #(#attrs)* #vis #with #body

        #[cfg(not(#condition))]
        #[#door::route(#method #args)]
        #(#attrs)* #vis #without #body
    })
}

/// Whether nothing reads an attribute of an argument: the compiler would say that there is none.
pub(super) fn is_unread(attr: &Attribute, handler: &Handler) -> bool {
    let is_known =
        |attr: &Attribute| is_one_of(attr, &OF_ARGUMENTS) || is_one_of(attr, &OF_FUNCTIONS) || is_route(attr);
    attr.path().get_ident().is_some() && !is_one_of(attr, &OF_ARGUMENTS) && handler.attrs.iter().all(is_known)
}

/// What frameworks without types of arguments say with attributes; whether there was any.
pub(super) fn reject(handler: &Handler, errors: &mut Errors) -> bool {
    let before = errors.count();
    for argument in handler.signature.inputs.iter().filter_map(typed) {
        for attr in argument.attrs.iter().filter(|attr| is_unread(attr, handler)) {
            let name = match &*argument.pat {
                Pat::Ident(pattern) => plain(&pattern.ident),
                _ => "name".to_owned(),
            };
            let help = match &*attr.path().to_token_stream().into_iter().next().as_ref().map(TokenTree::to_string).unwrap_or_default() {
                "header" => "remove it, and take `Header<T>` of a type of `fingerpost::headers`, or `headers: HeaderMap`".to_owned(),
                "query" | "param" | "from_query" => format!("remove it, and name it in the path: `?{{{name}}}`"),
                "path" | "from_path" => format!("remove it, and name it in the path: `{{{name}}}`"),
                "body" | "json" | "form" => "remove it, and take a `Json<T>` or a `Form<T>`".to_owned(),
                "state" | "data" | "inject" | "extension" => "remove it, and take the state as `&T`".to_owned(),
                _ => "remove it".to_owned(),
            };
            let message =
                format!("where an argument comes from is said by its name and its type\nhelp: {help}");
            errors.push(attr, message);
        }
    }
    errors.count() > before
}
