//! Tokens changed one by one: written once, since `collect` is compiled anew for each iterator, some thousand lines of it.

use proc_macro2::{TokenStream, TokenTree};

/// The same with each of its tokens changed; groups as they are.
pub(crate) fn each(tokens: TokenStream, change: &mut dyn FnMut(TokenTree) -> TokenTree) -> TokenStream {
    tokens.into_iter().map(change).collect()
}
