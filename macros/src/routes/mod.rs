//! `routes!`: handlers and tables gathered into one table, as an expression or as an item.

mod expand;
mod parse;

use proc_macro2::TokenStream;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let root = crate::root::root();
    match parse::parse(input) {
        Ok(written) => expand::expand(&root, &written),
        Err(error) => expand::stub(&root, &error),
    }
}
