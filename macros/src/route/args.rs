//! `RouteArgs`: the attribute as written, spans kept, nothing judged but its grammar.

use std::collections::VecDeque;

use proc_macro2::{Delimiter, Ident, Punct, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Token};

use super::methods;
use super::options::{self, RouteOption};
use crate::errors::Errors;
use crate::names;

/// `PUT, "/database", status = 201` as written.
pub(crate) struct RouteArgs {
    pub(crate) methods: Vec<String>,
    pub(crate) path: Option<LitStr>,
    pub(crate) options: Vec<RouteOption>,
    /// `crate = path`, for who re-exports fingerpost.
    pub(crate) door: Option<TokenStream>,
}

/// Parses the attribute's arguments, piece by piece between commas, so that one mistake does not hide the next.
pub(crate) fn parse(shorthand: Option<&'static str>, args: TokenStream, errors: &mut Errors) -> RouteArgs {
    let mut gaps = Vec::new();
    let mut pieces = pieces(args, &mut gaps, errors);
    let methods = methods::take(shorthand, &mut pieces, errors);
    let path = take_path(shorthand, &mut pieces, errors);
    // Where the path should stand and does not, its absence has been said.
    let before_keys = usize::from(shorthand.is_none());
    for (comma, _) in gaps.iter().filter(|(_, at)| path.is_some() || *at > before_keys) {
        errors.push(comma, "nothing stands before this comma\nhelp: remove it");
    }
    let mut parsed = RouteArgs { methods, path, options: Vec::new(), door: None };
    for piece in &pieces {
        options::parse(piece, &mut parsed, errors);
    }
    options::reject_repeated(&parsed.options, errors);
    parsed
}

/// Splits at the commas of the top level. A comma at the end is allowed; of two in a row, the second leaves a gap behind so many
/// pieces.
fn pieces(args: TokenStream, gaps: &mut Vec<(Punct, usize)>, errors: &mut Errors) -> VecDeque<TokenStream> {
    let mut pieces = VecDeque::new();
    let mut piece = TokenStream::new();
    // `location = |one, other| …` is a mistake of its own, in one piece.
    let mut in_closure = false;
    for token in args {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' && !in_closure => {
                if piece.is_empty() {
                    gaps.push((comma, pieces.len()));
                } else {
                    pieces.push_back(std::mem::take(&mut piece));
                }
            }
            TokenTree::Punct(semicolon) if semicolon.as_char() == ';' => {
                errors.push(&semicolon, "a comma stands here\nhelp: `,`");
                if !piece.is_empty() {
                    pieces.push_back(std::mem::take(&mut piece));
                }
            }
            other => {
                let is_bar = matches!(&other, TokenTree::Punct(bar) if bar.as_char() == '|');
                in_closure ^= is_bar
                    && key_of(&piece).is_some_and(|key| {
                        ["location", "successor", "etag", "last_modified"].iter().any(|taking| key == taking)
                    });
                piece.extend([other]);
            }
        }
    }
    if !piece.is_empty() {
        pieces.push_back(piece);
    }
    pieces
}

/// The key of a piece such as `status = 201`.
pub(super) fn key_of(piece: &TokenStream) -> Option<Ident> {
    match &*tokens(piece) {
        [TokenTree::Ident(key), TokenTree::Punct(sign), ..] if sign.as_char() == '=' => Some(key.clone()),
        _ => None,
    }
}

/// A `macro_rules!` fragment comes in an invisible group.
pub(super) fn unwrap_group(token: TokenTree) -> TokenTree {
    match &token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut inner = group.stream().into_iter();
            match (inner.next(), inner.next()) {
                (Some(only), None) => unwrap_group(only),
                _ => token,
            }
        }
        _ => token,
    }
}

pub(super) fn tokens(piece: &TokenStream) -> Vec<TokenTree> {
    piece.clone().into_iter().map(unwrap_group).collect()
}

pub(super) fn string(token: &TokenTree) -> Option<LitStr> {
    syn::parse2(token.to_token_stream()).ok()
}

fn only_string(piece: &TokenStream) -> Option<LitStr> {
    match &*tokens(piece) {
        [token] => string(token),
        _ => None,
    }
}

pub(super) fn is_path(piece: &TokenStream) -> bool {
    only_string(piece).is_some_and(|text| text.value().contains('/'))
}

pub(super) fn is_option(piece: &TokenStream) -> bool {
    match &*tokens(piece) {
        // `Method::GET`
        [_, TokenTree::Punct(one), TokenTree::Punct(two), ..]
            if one.as_char() == ':' && two.as_char() == ':' =>
        {
            false
        }
        [TokenTree::Ident(key), TokenTree::Punct(sign), ..] => {
            !matches!(sign.as_char(), '|' | '!') && !names::METHODS.contains(&key.to_string().as_str())
        }
        [TokenTree::Ident(key), TokenTree::Group(_), ..] => options::is_key(&key.to_string()),
        [TokenTree::Ident(key)] => options::is_flag(&key.to_string()),
        _ => false,
    }
}

/// What an attribute with a path looks like.
pub(super) fn example(shorthand: Option<&str>, path: &str) -> String {
    match shorthand {
        Some(name) => format!("`#[{}(\"{path}\")]`", name.to_ascii_lowercase()),
        None => format!("`#[route(GET, \"{path}\")]`"),
    }
}

/// Takes the path, which stands before the keys.
fn take_path(
    shorthand: Option<&str>,
    pieces: &mut VecDeque<TokenStream>,
    errors: &mut Errors,
) -> Option<LitStr> {
    let example = |path: &str| example(shorthand, path);
    if let Some(first) = pieces.pop_front_if(|piece| !is_option(piece)) {
        let path = only_string(&first);
        if let (None, [begin, next, ..]) = (&path, &*tokens(&first))
            && let (Some(path), TokenTree::Ident(_)) = (string(begin), next)
        {
            let rest: TokenStream = tokens(&first).into_iter().skip(1).collect();
            let help = format!("`\"{}\", {rest}`", path.value());
            errors.push(next, format!("a comma stands between the path and the keys\nhelp: {help}"));
            return Some(path);
        }
        if path.is_none() {
            errors.push(&first, no_literal(&first, &example));
        }
        return path;
    }
    if let Some(at) = pieces.iter().position(is_path) {
        let path = pieces.remove(at).as_ref().and_then(only_string)?;
        errors.push(&path, format!("the path stands before the keys\nhelp: {}", example(&path.value())));
        return Some(path);
    }
    if let Some(at) = pieces.iter().position(|piece| {
        key_of(piece).is_some_and(|key| ["path", "uri", "value"].iter().any(|known| key == known))
    }) {
        let piece = pieces.remove(at)?;
        let path = tokens(&piece).last().and_then(string);
        let shown = path.as_ref().map_or_else(|| "/path".to_owned(), LitStr::value);
        let key = tokens(&piece).into_iter().next();
        errors.push(key.to_token_stream(), format!("the path has no key\nhelp: {}", example(&shown)));
        return path;
    }
    let message = format!("the path is missing\nhelp: {}", example("/path"));
    match pieces.front() {
        Some(next) => errors.push(next, message),
        // Where nothing is written at all, the method has been missed already.
        None if shorthand.is_some() || errors.count() == 0 => {
            errors.add(syn::Error::new(Span::call_site(), message));
        }
        None => {}
    }
    None
}

/// What stands where a path should: several of them, or an expression.
fn no_literal(piece: &TokenStream, example: &dyn Fn(&str) -> String) -> String {
    let tokens = match &*tokens(piece) {
        [TokenTree::Group(list)] => tokens(&list.stream()),
        other => other.to_vec(),
    };
    let mut texts = tokens.iter().filter_map(string).map(|text| text.value());
    match (texts.next(), texts.next()) {
        (Some(first), Some(_)) => format!(
            "a handler has one path\nhelp: {}; for another path write a second function that calls this one",
            example(&first)
        ),
        (Some(only), None) if matches!(&*tokens, [_]) => {
            format!("the path is a string literal\nhelp: {}", example(&only))
        }
        _ => format!("the path is a string literal\nhelp: {}", example("/path")),
    }
}

/// `=` and nothing else.
pub(crate) fn expect_equals(
    key: &Ident,
    input: syn::parse::ParseStream<'_>,
    example: &str,
) -> syn::Result<()> {
    if input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]) {
        input.parse::<Token![=]>()?;
        return if input.is_empty() {
            Err(syn::Error::new(key.span(), format!("`{key}` has no value\nhelp: `{example}`")))
        } else {
            Ok(())
        };
    }
    let span = if input.is_empty() { key.span() } else { input.span() };
    Err(syn::Error::new(span, format!("`{key}` takes its value after `=`\nhelp: `{example}`")))
}

/// The expression after `=`; one that is still being written is blamed as far as it goes.
pub(super) fn expression(input: syn::parse::ParseStream<'_>, example: &str) -> syn::Result<syn::Expr> {
    let written: TokenStream = input.fork().parse()?;
    input.parse().map_err(|_| {
        syn::Error::new_spanned(written, format!("this is no whole expression\nhelp: `{example}`"))
    })
}
