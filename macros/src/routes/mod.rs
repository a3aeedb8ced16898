//! `routes!`: handlers and tables gathered into one table, as an expression or as an item.

mod expand;
mod parse;

use proc_macro2::TokenStream;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let root = crate::root::root();
    let (written, error) = parse::parse(input);
    match error {
        None => expand::expand(&root, &written),
        Some(error) => expand::stub(&root, &written, &error),
    }
}
