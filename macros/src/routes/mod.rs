//! `routes!`: handlers and tables gathered into one table, as an expression or as an item.

mod elsewhere;
mod expand;
mod parse;
mod prefix;
mod settings;

use proc_macro2::TokenStream;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let (written, error) = parse::parse(input);
    let door = written.door.clone().unwrap_or_else(crate::root::door);
    match error {
        None => expand::expand(&door, &written),
        Some(error) => expand::stub(&door, &written, &error),
    }
}
