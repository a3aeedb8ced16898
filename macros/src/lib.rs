//! The macros of fingerpost: each door leads into a corridor of parse, validate, expand. Their documentation, with its
//! tested examples, stands in the crate `fingerpost`, which re-exports them.
#![allow(missing_docs)]

mod errors;
mod handler_path;
mod names;
mod problem;
mod root;
mod route;
mod routes;
mod shape;
mod states;

use proc_macro::TokenStream;

#[proc_macro_attribute]
pub fn route(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(None, args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn get(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("GET"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn post(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("POST"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn put(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("PUT"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn patch(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("PATCH"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn delete(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("DELETE"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn head(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("HEAD"), args.into(), &item.into()).into()
}

#[proc_macro_attribute]
pub fn options(args: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(Some("OPTIONS"), args.into(), &item.into()).into()
}

#[proc_macro]
pub fn routes(input: TokenStream) -> TokenStream {
    routes::expand(input.into()).into()
}

/// Called by the macro of that name, with the path of the crate first.
#[proc_macro]
pub fn problem(input: TokenStream) -> TokenStream {
    problem::quick::expand(input.into()).into()
}

// `error` is thiserror's, beside it or in place of ours; the last two are other frameworks'.
#[proc_macro_derive(Problem, attributes(problem, from, source, error, response, status))]
pub fn derive_problem(input: TokenStream) -> TokenStream {
    problem::expand(&root::root(), input.into()).into()
}

#[proc_macro_derive(States)]
pub fn derive_states(input: TokenStream) -> TokenStream {
    states::expand(&root::root(), input.into()).into()
}
