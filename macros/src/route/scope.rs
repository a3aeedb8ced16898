//! Where an expression uses a variable, and whether a pattern binds it.

use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Pat};

use super::signature::plain;

/// Where an expression may use a variable, in a text such as `"{id}"` too. It is not told which it makes itself:
/// `{ let id = 7; id }`.
pub(super) fn used(value: &Expr, name: &str) -> Option<Span> {
    in_tokens(value.to_token_stream(), name)
}

fn in_tokens(tokens: TokenStream, name: &str) -> Option<Span> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().find_map(|(at, token)| {
        let is_used = match token {
            TokenTree::Ident(ident) => plain(ident) == name && is_variable(&tokens[..at], &tokens[at + 1..]),
            TokenTree::Group(group) => return in_tokens(group.stream(), name),
            TokenTree::Literal(literal) => is_formatted(&literal.to_string(), name),
            TokenTree::Punct(_) => false,
        };
        is_used.then(|| token.span())
    })
}

/// Whether a name between these is one of a variable: of no field, no path, no macro, no label.
fn is_variable(before: &[TokenTree], after: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, wanted: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted);
    let is_field = match before {
        [.., first, last] if is(last, '.') => !is(first, '.'),
        [.., last] => is(last, '.') || is(last, '\''),
        [] => false,
    };
    let is_in_path = matches!(before, [.., first, last] if is(first, ':') && is(last, ':'));
    let is_named_so = match after {
        [TokenTree::Punct(first), ..] if first.as_char() == '!' => first.spacing() == Spacing::Alone,
        [first, ..] => is(first, ':'),
        [] => false,
    };
    !(is_field || is_in_path || is_named_so)
}

/// `"{id}"`, `"{id:04}"`, `"{:id$}"`: whether a text that may be a format has the name as a word.
fn is_formatted(text: &str, name: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.contains('{') && text.split(|letter| !is_word(letter)).any(|word| word == name)
}

/// Whether a pattern binds a variable.
pub(super) fn binds(pattern: &Pat, name: &str) -> bool {
    let any = |mut patterns: syn::punctuated::Iter<'_, Pat>| patterns.any(|pattern| binds(pattern, name));
    match pattern {
        Pat::Ident(variable) => {
            plain(&variable.ident) == name
                || variable.subpat.as_ref().is_some_and(|(_, pattern)| binds(pattern, name))
        }
        Pat::Tuple(tuple) => any(tuple.elems.iter()),
        Pat::TupleStruct(tuple) => any(tuple.elems.iter()),
        Pat::Slice(slice) => any(slice.elems.iter()),
        Pat::Or(cases) => any(cases.cases.iter()),
        Pat::Struct(fields) => fields.fields.iter().any(|field| binds(&field.pat, name)),
        Pat::Paren(inner) => binds(&inner.pat, name),
        Pat::Reference(inner) => binds(&inner.pat, name),
        Pat::Type(typed) => binds(&typed.pat, name),
        _ => false,
    }
}
