//! `routes!`: handlers and tables gathered into one table, as an expression or as an item.

mod elsewhere;
mod expand;
mod parse;
mod prefix;

use proc_macro2::TokenStream;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let (written, error) = parse::parse(input);
    let root = written.root.clone().unwrap_or_else(crate::root::root);
    match error {
        None => expand::expand(&root, &written),
        Some(error) => expand::stub(&root, &written, &error),
    }
}
