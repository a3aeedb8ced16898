//! `Errors`: every mistake of one macro call, reported together.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Collects mistakes, so that one compile shows them all.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A mistake at these tokens.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add_at(tokens.to_token_stream(), &message);
    }

    /// Compiled once, whatever the tokens are.
    fn add_at(&mut self, tokens: TokenStream, message: &dyn Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    /// A mistake that a parser found.
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.0.as_ref().map_or(0, |errors| errors.into_iter().count())
    }

    /// # Errors
    /// All that was pushed, in that order.
    pub(crate) fn finish(self) -> syn::Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}

/// Whether the compiler has refused a text in this macro's call already: one in typographic quotes or backticks, or with a prefix
/// that it does not know. It goes on without the mark, so what the macro is given is not what was written.
pub(crate) fn is_text_refused() -> bool {
    const PREFIXES: [&str; 6] = ["", "r", "b", "br", "c", "cr"];
    let Some(source) = Span::call_site().source_text() else { return false };
    let chunks: Vec<&str> = source.split('"').collect();
    // Within a text such marks are right.
    let mut outside = chunks.iter().enumerate().step_by(2);
    outside.any(|(at, outside)| {
        let begins_a_text = at + 1 < chunks.len();
        let prefix = outside.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next();
        outside.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '`'])
            || (begins_a_text && !prefix.is_some_and(|prefix| PREFIXES.contains(&prefix)))
    })
}
