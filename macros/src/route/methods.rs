//! The methods of a route: `GET | HEAD`, or what people write instead.

use std::collections::VecDeque;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use super::args::{example, is_option, is_path, key_of, string, tokens, unwrap_group};
use crate::errors::Errors;
use crate::names;

/// Takes the methods, which stand first; a shorthand has its own.
pub(super) fn take(
    shorthand: Option<&'static str>,
    pieces: &mut VecDeque<TokenStream>,
    errors: &mut Errors,
) -> Vec<String> {
    let mut methods = Vec::new();
    if let Some(method) = divide_request_line(shorthand, pieces, errors) {
        return vec![method];
    }
    if let Some(name) = shorthand {
        methods.push(name.to_owned());
        if let Some(piece) = pieces.pop_front_if(|piece| is_method(piece)) {
            let lower = name.to_ascii_lowercase();
            errors.push(piece, format!("`#[{lower}]` says the method already\nhelp: `#[{lower}(\"/path\")]`, or `#[route(METHOD, \"/path\")]`"));
        }
        return methods;
    }
    match pieces.pop_front_if(|piece| !is_path(piece) && !is_option(piece)) {
        Some(piece) => {
            if let Some(path) = parse(piece, &mut methods, errors) {
                pieces.push_front(path);
            }
        }
        None => missing(pieces, errors),
    }
    while let Some(piece) = pieces.pop_front_if(|piece| is_method(piece)) {
        errors.push(&piece, format!("methods are divided by `|`\nhelp: `{} | {piece}`", methods.join(" | ")));
    }
    methods
}

/// `"GET /posts"` in one string: the method, and its path alone is left.
fn divide_request_line(
    shorthand: Option<&str>,
    pieces: &mut VecDeque<TokenStream>,
    errors: &mut Errors,
) -> Option<String> {
    let text = syn::parse2::<LitStr>(pieces.front()?.clone()).ok()?;
    let line = text.value();
    let (method, path) = line.split_once(' ')?;
    let path = path.trim_start();
    if !names::METHODS.contains(&method) || !path.starts_with('/') {
        return None;
    }
    let help = match shorthand {
        Some(name) if name == method => example(shorthand, path),
        _ => format!("`#[route({method}, \"{path}\")]`"),
    };
    errors.push(&text, format!("the method does not stand in the path\nhelp: {help}"));
    pieces.pop_front();
    pieces.push_front(LitStr::new(path, text.span()).into_token_stream());
    Some(method.to_owned())
}

/// No method stands first: another framework's key may hold it.
fn missing(pieces: &mut VecDeque<TokenStream>, errors: &mut Errors) {
    let is_key = |piece: &TokenStream| key_of(piece).is_some_and(|key| key == "method" || key == "methods");
    if let Some(piece) = pieces.iter().position(is_key).and_then(|at| pieces.remove(at)) {
        let path = path_in(pieces);
        let key = tokens(&piece).into_iter().next();
        // actix-web repeats the key.
        let mut all = piece;
        while let Some(other) = pieces.iter().position(is_key).and_then(|at| pieces.remove(at)) {
            all.extend(other);
        }
        let methods = methods_in(&all);
        errors.push(
            key.to_token_stream(),
            format!("methods stand first, without a key\nhelp: `#[route({methods}, {path})]`"),
        );
        return;
    }
    // `"/", GET`, as Flask and others have it.
    let are_words = |piece: &TokenStream| {
        let is_word = |token: &TokenTree| match token {
            TokenTree::Ident(_) => true,
            TokenTree::Punct(bar) => bar.as_char() == '|',
            _ => false,
        };
        is_method(piece) && tokens(piece).iter().all(is_word)
    };
    if let Some(piece) = pieces.iter().position(are_words).and_then(|at| pieces.remove(at)) {
        let path = path_in(pieces);
        let methods = methods_in(&piece);
        errors.push(piece, format!("the method stands before the path\nhelp: `#[route({methods}, {path})]`"));
        return;
    }
    // `"/", get(list)`, as axum has it.
    let is_call = |piece: &TokenStream| matches!(&*tokens(piece), [TokenTree::Ident(name), TokenTree::Group(_)] if names::METHODS.contains(&name.to_string().to_ascii_uppercase().as_str()));
    if let Some(piece) = pieces.iter().position(is_call).and_then(|at| pieces.remove(at)) {
        let method = methods_in(&piece.clone().into_iter().take(1).collect());
        let path = path_in(pieces);
        errors.push(
            piece,
            format!("the method stands first, and the handler is the function below\nhelp: `#[route({method}, {path})]`"),
        );
        return;
    }
    match pieces.front() {
        Some(piece) => {
            errors.push(
                piece,
                format!("the method is missing\nhelp: the method comes first: {}", example(None, "/path")),
            );
        }
        None => errors.add(syn::Error::new(
            Span::call_site(),
            format!("the method and the path are missing\nhelp: {}", example(None, "/path")),
        )),
    }
}

/// The path as it is written, to be shown.
fn path_in(pieces: &VecDeque<TokenStream>) -> String {
    pieces.iter().find(|piece| is_path(piece)).map_or_else(|| "\"/path\"".to_owned(), ToString::to_string)
}

/// The methods in a value such as `["GET", "POST"]`, as they are written here.
fn methods_in(piece: &TokenStream) -> String {
    let text = piece.to_string().to_ascii_uppercase();
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    let methods: Vec<&str> = words.filter(|word| names::METHODS.contains(word)).collect();
    if methods.is_empty() { "GET".to_owned() } else { methods.join(" | ") }
}

fn is_method(piece: &TokenStream) -> bool {
    matches!(&*tokens(piece), [TokenTree::Ident(name), ..] if names::METHODS.contains(&name.to_string().to_ascii_uppercase().as_str()))
}

/// `GET | HEAD`; returns the path, where it follows without a comma.
fn parse(piece: TokenStream, methods: &mut Vec<String>, errors: &mut Errors) -> Option<TokenStream> {
    let whole = piece.clone();
    if let Ok(path) = syn::parse2::<syn::Path>(piece.clone())
        && path.segments.len() > 1
        && let Some(last) = path.segments.last()
    {
        errors.push(&path, format!("a method is a word\nhelp: `{}`", last.ident));
        return None;
    }
    let mut expects_method = true;
    for token in piece.into_iter().map(unwrap_group) {
        match token {
            TokenTree::Punct(bar) if bar.as_char() == '|' && !expects_method => expects_method = true,
            TokenTree::Punct(sign) if expects_method => {
                errors.push(
                    sign,
                    "expected a method\nhelp: `#[route(GET, \"/path\")]`; several methods are `GET | HEAD`",
                );
                return None;
            }
            other if expects_method => {
                expects_method = false;
                if let Some(method) = method(&other, errors) {
                    if methods.contains(&method) {
                        errors
                            .push(&other, format!("the method `{method}` is named twice\nhelp: remove one"));
                    } else {
                        methods.push(method);
                    }
                }
            }
            other => {
                errors.push(
                    &other,
                    "expected a comma and the path after the method\nhelp: `#[route(GET, \"/path\")]`; several methods are `GET | HEAD`",
                );
                return Some(other.into_token_stream()).filter(is_path);
            }
        }
    }
    if expects_method {
        errors.push(whole, "a method is missing after `|`\nhelp: `GET | HEAD`");
    }
    None
}

fn method(token: &TokenTree, errors: &mut Errors) -> Option<String> {
    let (name, is_string) = match token {
        TokenTree::Ident(name) => (name.to_string(), false),
        other => match string(other) {
            Some(text) => (text.value(), true),
            None => {
                errors.push(other, "expected a method\nhelp: `#[route(GET, \"/path\")]`");
                return None;
            }
        },
    };
    let known = names::METHODS.contains(&name.as_str());
    let upper = name.to_ascii_uppercase();
    let mistake = if matches!(upper.as_str(), "*" | "ANY" | "ALL") {
        Some(format!("no word stands for all methods, and `{name}` is none\nhelp: name them: `GET | POST`"))
    } else if known && is_string {
        Some(format!("`{name}` is written without quotes\nhelp: `{name}`"))
    } else if known {
        None
    } else if names::METHODS.contains(&upper.as_str()) {
        Some(format!(
            "methods are written in upper case (they are case-sensitive, RFC 9110 §9.1)\nhelp: `{upper}`"
        ))
    } else if is_string && is_token(&name) {
        None
    } else if is_string {
        Some(format!(
            "`{name}` is not a method: a method is a token (RFC 9110 §5.6.2), such as `\"PURGE\"`\nhelp: letters, digits and hyphens, without spaces"
        ))
    } else {
        Some(match names::nearest(&name, names::METHODS.iter().copied()) {
            Some(meant) => format!("there is no method `{name}`\nhelp: did you mean `{meant}`?"),
            None => format!(
                "`{name}` is not a method of RFC 9110\nhelp: a method of another specification is a string: `\"{upper}\"`"
            ),
        })
    };
    match mistake {
        Some(message) => {
            errors.push(token, message);
            None
        }
        None => Some(name),
    }
}

/// A token of RFC 9110 §5.6.2.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}
