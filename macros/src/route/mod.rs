//! `#[route]`: parse, validate, expand; or fall back.

mod args;
mod arguments;
mod asked;
mod docs;
mod document;
mod expand;
mod fallback;
mod foreign;
mod glue;
mod link;
mod location;
mod location_expr;
mod methods;
mod model;
mod options;
mod path;
mod primitive;
mod proofs;
mod query;
mod reads;
mod signature;
mod validate;
mod values;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::errors::Errors;
use crate::root::root;

/// `method` is that of a shorthand such as `#[get]`.
pub(crate) fn expand(method: Option<&'static str>, args: TokenStream, item: &TokenStream) -> TokenStream {
    if is_statement(item) {
        return item.clone();
    }
    let mut errors = Errors::new();
    let handler = signature::parse(item, &mut errors);
    let args = args::parse(method, args, &mut errors);
    let root = args.root.clone().unwrap_or_else(root);
    let Some(handler) = handler else {
        let mistake = errors.finish().expect_err("an item that is no function is a mistake");
        return fallback::untouched(&root, &mistake, item);
    };
    let endpoint = validate::endpoint(&args, &handler, &mut errors);
    match (errors.finish(), endpoint) {
        (Ok(()), Some(endpoint)) => {
            let glue = expand::expand(&root, &endpoint);
            // Clippy would have arguments taken by reference, which here would make them state.
            let by_value =
                (!handler.arguments.is_empty()).then(|| quote!(#[allow(clippy::needless_pass_by_value)]));
            quote!(#by_value #item #glue)
        }
        (Err(mistake), _) => fallback::stub(&root, &mistake, item, &handler),
        (Ok(()), None) => unreachable!("a route without a path is a mistake"),
    }
}

/// The compiler itself refuses an attribute on a `let`.
fn is_statement(item: &TokenStream) -> bool {
    matches!(item.clone().into_iter().next(), Some(TokenTree::Ident(word)) if word == "let")
}
