//! `#[route]`: parse, validate, expand; or fall back.

mod args;
mod arguments;
mod docs;
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
mod signature;
mod validate;
mod values;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;
use crate::root::root;

/// `method` is that of a shorthand such as `#[get]`.
pub(crate) fn expand(method: Option<&'static str>, args: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let handler = signature::parse(item, &mut errors);
    let args = args::parse(method, args, &mut errors);
    let Some(handler) = handler else {
        return fallback::untouched(&errors.finish().err(), item);
    };
    let endpoint = validate::endpoint(&args, &handler, &mut errors);
    let root = args.root.unwrap_or_else(root);
    match (errors.finish(), endpoint) {
        (Ok(()), Some(endpoint)) => {
            let glue = expand::expand(&root, &endpoint);
            // Clippy would have arguments taken by reference, which here would make them state.
            let by_value =
                (!handler.arguments.is_empty()).then(|| quote!(#[allow(clippy::needless_pass_by_value)]));
            quote!(#by_value #item #glue)
        }
        (errors, _) => fallback::stub(&root, &errors.err(), item, &handler),
    }
}
