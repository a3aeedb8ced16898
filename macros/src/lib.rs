//! The macros of fingerpost: each door leads into a corridor of parse, validate, expand.
#![allow(
    missing_docs,
    reason = "`fingerpost` re-exports the macros, and documents them with tested examples"
)]
// An editor does not show the documentation of a re-export, but that of the macro itself: so there is a word of it here,
// which rustdoc would put below the other.

mod editor;
mod errors;
mod handler_path;
mod manifest;
mod names;
mod problem;
mod root;
mod route;
mod routes;
mod shape;
mod states;
mod tokens;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler: `#[route(PUT, \"/database\", status = 201)]`.")]
#[proc_macro_attribute]
pub fn route(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(None, args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `GET`: `#[get(\"/posts/{id}?{full}\")]`.")]
#[proc_macro_attribute]
pub fn get(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("GET"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `POST`: `#[post(\"/posts\", status = 201)]`.")]
#[proc_macro_attribute]
pub fn post(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("POST"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `PUT`: `#[put(\"/posts/{id}\")]`.")]
#[proc_macro_attribute]
pub fn put(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("PUT"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `PATCH`: `#[patch(\"/posts/{id}\")]`.")]
#[proc_macro_attribute]
pub fn patch(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("PATCH"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `DELETE`: `#[delete(\"/posts/{id}\")]`.")]
#[proc_macro_attribute]
pub fn delete(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("DELETE"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `HEAD`: `#[head(\"/posts/{id}\")]`.")]
#[proc_macro_attribute]
pub fn head(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("HEAD"), args.into(), &item.into()).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes a function a handler of `OPTIONS`: `#[options(\"/posts/{id}\")]`.")]
#[proc_macro_attribute]
pub fn options(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute(Some("OPTIONS"), args.into(), &item.into()).into()
}

/// What stands beside an item, if the item may stand where it is.
#[proc_macro_attribute]
pub fn beside(items: TokenStream, item: TokenStream) -> TokenStream {
    item.into_iter().chain(items).collect()
}

#[cfg_attr(
    rust_analyzer,
    doc = "A table of handlers and tables: `routes![get_post, \"/admin\" => admin::table]`."
)]
#[proc_macro]
pub fn routes(input: TokenStream) -> TokenStream {
    shown(input.into(), routes::expand, editor::table::shown).into()
}

/// Called by the macro of that name, with the path of the crate first.
#[proc_macro]
pub fn problem(input: TokenStream) -> TokenStream {
    problem::quick::expand(input.into()).into()
}

// `error` is thiserror's, beside it or in place of ours; the last two are other frameworks'.
#[cfg_attr(rust_analyzer, doc = "Gives each error its status: `#[problem(404, \"no post {id}\")]`.")]
#[proc_macro_derive(Problem, attributes(problem, from, source, error, response, status))]
pub fn derive_problem(input: TokenStream) -> TokenStream {
    shown(input.into(), |input| problem::expand(&root::root(), input), editor::problem::shown).into()
}

#[cfg_attr(rust_analyzer, doc = "Makes each field state of its own: `App::new(table).states(shared)`.")]
#[proc_macro_derive(States, attributes(states))]
pub fn derive_states(input: TokenStream) -> TokenStream {
    states::expand(&root::root(), input.into()).into()
}

fn attribute(method: Option<&'static str>, args: Tokens, item: &Tokens) -> Tokens {
    if !editor::asks() {
        return route::expand(method, args, item);
    }
    let expansion = route::expand(method, args.clone(), item);
    editor::route::shown(method.is_some(), &args, item, expansion)
}

/// Of an input, the expansion; as `edit` has it where rust-analyzer asks.
fn shown(input: Tokens, expand: impl FnOnce(Tokens) -> Tokens, edit: fn(Tokens, Tokens) -> Tokens) -> Tokens {
    if !editor::asks() {
        return expand(input);
    }
    edit(input.clone(), expand(input))
}
