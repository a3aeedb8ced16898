//! What rust-analyzer makes of an expansion: of a word it shows whatever stands at its place there.
//!
//! Glue has names at the places of the user's words, so that the compiler's errors stand there. Beside what the user means,
//! an editor would show those too, and ask where to go. So where rust-analyzer asks, they stand elsewhere, and the words of the
//! attribute stand once, in code that means what they mean: `route`, `table`, `problem`.
//!
//! That code is made of the words as they are, understood or not, and stands first: to complete a word, rust-analyzer expands
//! twice, with the word and without, and looks for the one in the other.

pub(crate) mod problem;
pub(crate) mod route;
pub(crate) mod table;

use std::collections::HashSet;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

use crate::tokens;

/// Whether it is rust-analyzer that asks. It says so to all that it starts. Where it no longer does, editors show more than they
/// need to, and nothing else is different.
pub(crate) fn asks() -> bool {
    std::env::var_os("RUST_ANALYZER_INTERNALS_DO_NOT_USE").is_some()
}

/// The expansion with every token elsewhere than at a place of the user's, but these words where they name an item or a field.
fn settled(words: &[Ident], expansion: TokenStream) -> TokenStream {
    let kept: HashSet<Word> = words.iter().map(|name| word(&name.clone().into())).collect();
    // A function of ours is shown at the attribute, and nowhere in the macros.
    let shown = words.first().map_or_else(Span::call_site, Ident::span);
    settle(expansion, &kept, Span::call_site().resolved_at(shown))
}

/// A word and its place, as far as spans can be compared.
type Word = (String, String);

fn word(token: &TokenTree) -> Word {
    (token.to_string(), format!("{:?}", token.span().resolved_at(Span::call_site())))
}

fn settle(tokens: TokenStream, kept: &HashSet<Word>, shown: Span) -> TokenStream {
    let mut before = String::new();
    tokens::each(tokens, &mut |mut token| {
        let keyword = std::mem::replace(&mut before, token.to_string());
        match (&token, keyword.as_str()) {
            (TokenTree::Group(group), _) => {
                let mut settled = Group::new(group.delimiter(), settle(group.stream(), kept, shown));
                settled.set_span(group.span());
                return settled.into();
            }
            (TokenTree::Ident(_), "enum" | "struct" | "type" | "const" | "pub")
                if kept.contains(&word(&token)) => {}
            (TokenTree::Ident(_), "fn") => token.set_span(shown),
            _ => token.set_span(Span::call_site().resolved_at(token.span())),
        }
        token
    })
}

/// Whether a token is this sign.
fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// The tokens between the commas.
fn pieces(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    tokens.split(|token| is(token, ',')).filter(|piece| !piece.is_empty())
}

/// The path that the tokens begin with, whole: `crate::posts::` is given a name. And how many they are.
fn path(tokens: &[TokenTree]) -> (TokenStream, usize) {
    let mut follows_name = false;
    let is_part = |token: &&TokenTree| match token {
        TokenTree::Ident(_) => !std::mem::replace(&mut follows_name, true),
        _ => {
            follows_name = false;
            is(token, ':')
        }
    };
    let length = tokens.iter().take_while(is_part).count();
    let is_whole = matches!(tokens[..length].last(), Some(TokenTree::Ident(_)));
    let mut path: TokenStream = tokens[..length].iter().cloned().collect();
    if length > 0 && !is_whole {
        path.extend([TokenTree::from(Ident::new("_unfinished", Span::call_site()))]);
    }
    (path, length)
}

/// What names a handler or a table: the type, and the function or the constant of that name.
fn named(path: &TokenStream) -> TokenStream {
    let is_finished = path.clone().into_iter().last().is_some_and(|last| last.to_string() != "_unfinished");
    let value = is_finished.then(|| quote::quote!(let _ = #path;));
    quote::quote!(let _: #path; #value)
}
