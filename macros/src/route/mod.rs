//! `#[route]`: parse, validate, expand; or fall back.

mod args;
mod arguments;
mod asked;
mod attributes;
mod borrowed;
mod by_type;
mod captured;
mod dates;
mod declared;
mod docs;
#[cfg(feature = "contract")]
mod document;
mod expand;
mod fallback;
mod foreign;
mod glue;
mod lifecycle;
mod link;
mod lints;
mod location;
mod location_expr;
mod methods;
mod model;
mod namesakes;
#[cfg(not(all(feature = "contract", feature = "client")))]
mod off;
mod options;
mod outputs;
mod path;
mod primitive;
mod proofs;
mod query;
mod reads;
#[cfg(feature = "client")]
mod request;
mod scope;
mod signature;
mod success_expr;
mod twin;
mod validate;
mod validators;
mod values;
#[cfg(any(feature = "contract", feature = "client"))]
mod written;

#[cfg(not(feature = "contract"))]
use off::document;
#[cfg(not(feature = "client"))]
use off::request;
pub(crate) use options::is_key;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::editor;
use crate::errors::{Errors, is_text_refused};
use crate::root::Doors;
use crate::tokens;

/// `method` is that of a shorthand such as `#[get]`.
pub(crate) fn expand(method: Option<&'static str>, args: TokenStream, item: &TokenStream) -> TokenStream {
    if is_statement(item) {
        return item.clone();
    }
    let mut errors = Errors::new();
    let handler = signature::parse(item, &mut errors);
    let conditional =
        handler.as_ref().filter(|handler| attributes::has_condition(handler)).map(|_| args.clone());
    let args = args::parse(method, args, &mut errors);
    let doors = Doors::of(args.door.as_ref());
    let Some(handler) = handler else {
        let mistake = errors.finish().expect_err("an item that is no function is a mistake");
        return fallback::untouched(&doors, &mistake, item);
    };
    let cases = conditional.and_then(|written| attributes::split(&doors, method, &written, &handler));
    if let Some(cases) = cases {
        return cases;
    }
    if attributes::reject(&handler, &mut errors) {
        // What they were meant to say is missing elsewhere.
        return fallback::stub(&doors, errors.finish().err().as_ref(), item, &handler);
    }
    if handler.is_refused {
        return fallback::stub(&doors, errors.finish().err().as_ref(), item, &handler);
    }
    let endpoint = validate::endpoint(&args, &handler, &doors.macros, &mut errors);
    if !handler.is_declared_alone() && !cfg!(feature = "server") {
        let message = "a handler answers where there is a server, and the feature `server` is off\nhelp: turn it on, or end the declaration with `;` in place of its body, for a client to call";
        errors.push(handler.name(), message);
    }
    match (errors.finish(), endpoint) {
        (Ok(()), Some(endpoint)) if handler.is_declared_alone() => {
            declared::expand(&doors, &endpoint, &handler)
        }
        (Ok(()), Some(endpoint)) => {
            let glue = expand::expand(&doors, &endpoint);
            // Clippy would have a function `const`, which no handler is, arguments taken by reference, which here would make them
            // state, and state in another type, by which it would not be found.
            let as_written = lints::clippy_asks().then(|| {
                quote! {
                    #[allow(
                        clippy::borrowed_box,
                        clippy::missing_const_for_fn,
                        clippy::needless_pass_by_value,
                        clippy::ptr_arg,
                        clippy::ref_option,
                        clippy::trivially_copy_pass_by_ref
                    )]
                }
            });
            let documented = lints::rustdoc_asks().then(|| docs::with_route(item, &endpoint));
            let item = documented.as_ref().unwrap_or(item);
            let route = tokens::of_all([as_written, Some(item.clone()), Some(glue)]);
            let is_opaque = endpoint.output.is_none() && !editor::asks();
            match is_opaque.then(|| captured::stream(&handler)).flatten() {
                Some(opaque) => {
                    let mistake = captured::mistake(opaque);
                    let stub = fallback::stub(&doors, Some(&mistake), item, &handler);
                    captured::by_edition(opaque, &stub, &route)
                }
                None => route,
            }
        }
        (Err(_), _) if is_text_refused() => fallback::stub(&doors, None, item, &handler),
        (Err(mistake), _) => fallback::stub(&doors, Some(&mistake), item, &handler),
        (Ok(()), None) => unreachable!("a route without a path is a mistake"),
    }
}

/// The compiler itself refuses an attribute on a `let`.
fn is_statement(item: &TokenStream) -> bool {
    matches!(item.clone().into_iter().next(), Some(TokenTree::Ident(word)) if word == "let")
}
