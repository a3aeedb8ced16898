//! A table: its entries stand first, each as the handler or the table that it names.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use super::{is, named, path, pieces, settled};

/// The expansion of `routes!` as rust-analyzer is shown it.
pub(crate) fn shown(input: TokenStream, expansion: TokenStream) -> TokenStream {
    let input: Vec<TokenTree> = input.into_iter().collect();
    let (name, list) = match item(&input) {
        Some((name, list)) => (Some(name), list),
        None => (None, input),
    };
    let entries = pieces(&list).flat_map(entry).map(|entry| named(&entry));
    let words = quote!(fn words() { #(#entries)* let _: _unfinished; });
    let expansion = settled(name.as_slice(), expansion);
    match name {
        Some(_) => quote!(const _: () = { #words }; #expansion),
        None => quote!({ #words #expansion }),
    }
}

/// `pub table = […]`: its name, and what is in the brackets.
fn item(input: &[TokenTree]) -> Option<(Ident, Vec<TokenTree>)> {
    let list = input.iter().rev().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some(group.stream()),
        _ => None,
    })?;
    let names = input.windows(2).rev().find_map(|pair| match pair {
        [TokenTree::Ident(name), sign] if is(sign, '=') => Some(name.clone()),
        _ => None,
    })?;
    Some((names, list.into_iter().collect()))
}

/// What an entry names; it is more than one where a comma is still missing.
fn entry(piece: &[TokenTree]) -> Vec<TokenStream> {
    let behind_arrow = piece.windows(2).position(|pair| is(&pair[0], '=') && is(&pair[1], '>'));
    let mut rest = match behind_arrow {
        Some(arrow) => &piece[arrow + 2..],
        // `auth = required`
        None if piece.get(1).is_some_and(|sign| is(sign, '=')) => &[],
        None => piece,
    };
    let mut named = Vec::new();
    while !rest.is_empty() {
        let (name, length) = path(rest);
        if length > 0 {
            named.push(name);
        }
        rest = &rest[length.max(1)..];
    }
    named
}
