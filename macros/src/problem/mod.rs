//! `#[derive(Problem)]`: parse → validate → expand, or fallback.

mod attr;
mod bounds;
mod client;
mod document;
mod expand;
mod fallback;
mod judge;
mod model;
mod options;
pub(crate) mod quick;
mod roles;
mod template;
mod validate;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;

/// The impls of a problem type, or all that is wrong with it; `root` is the path of `fingerpost`.
pub(crate) fn expand(root: &TokenStream, input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::new();
    let model = validate::validate(&input, &mut errors);
    match errors.finish() {
        Ok(()) => expand::expand(root, &model),
        Err(error) => fallback::fallback(root, &input, &error),
    }
}
