//! Tokens made of a text, and tokens changed one by one.

use proc_macro2::{TokenStream, TokenTree};

/// Those of a text of ours, all made at once by the compiler. What `quote!` writes is handed to it token by token, by code that Cargo
/// builds without optimisation: where a text is longer than a few words and has none of the user's in it, this takes a fifth.
pub(crate) fn of_text(text: &str) -> TokenStream {
    const OURS: &str = "a text of ours has no mistake";
    if proc_macro::is_available() {
        // What proc-macro2 does with a text is to read it itself first.
        text.parse::<proc_macro::TokenStream>().expect(OURS).into()
    } else {
        text.parse().expect(OURS)
    }
}

/// All of them, one after the other. (`quote!` copies what it is given, and hands it over with what stood before it, each time.)
pub(crate) fn of_all<const N: usize>(all: [Option<TokenStream>; N]) -> TokenStream {
    all.into_iter().flatten().filter(|tokens| !tokens.is_empty()).collect()
}

/// The same with each of its tokens changed; groups as they are.
///
/// (Written once, since `collect` is compiled anew for each iterator, some thousand lines of it.)
pub(crate) fn each(tokens: TokenStream, change: &mut dyn FnMut(TokenTree) -> TokenTree) -> TokenStream {
    tokens.into_iter().map(change).collect()
}
