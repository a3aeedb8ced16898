//! `RouteArgs`: the attribute as written, spans kept, nothing judged but its grammar.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Token};

use super::options::{self, RouteOption};
use crate::errors::Errors;
use crate::names;

/// `PUT, "/database", status = 201` as written.
pub(crate) struct RouteArgs {
    pub(crate) methods: Vec<String>,
    pub(crate) path: Option<LitStr>,
    pub(crate) options: Vec<RouteOption>,
    /// `crate = path`, for who re-exports fingerpost.
    pub(crate) root: Option<TokenStream>,
}

/// Parses the attribute's arguments, piece by piece between commas, so that one mistake does not hide the next.
pub(crate) fn parse(shorthand: Option<&'static str>, args: TokenStream, errors: &mut Errors) -> RouteArgs {
    let mut parsed = RouteArgs { methods: Vec::new(), path: None, options: Vec::new(), root: None };
    let mut pieces = pieces(args, errors).into_iter().peekable();
    match shorthand {
        Some(name) => {
            parsed.methods.push(name.to_owned());
            if let Some(piece) = pieces.next_if(is_method) {
                let lower = name.to_ascii_lowercase();
                errors.push(piece, format!("`#[{lower}]` says the method already\nhelp: `#[{lower}(\"/path\")]`, or `#[route(METHOD, \"/path\")]`"));
            }
        }
        None => match pieces.next_if(|piece| !is_path(piece) && !is_option(piece)) {
            Some(piece) => methods(piece, &mut parsed.methods, errors),
            None => {
                let message =
                    "the method is missing\nhelp: the method comes first: `#[route(GET, \"/path\")]`";
                match pieces.peek() {
                    Some(piece) => errors.push(piece, message),
                    None => errors.add(syn::Error::new(
                        Span::call_site(),
                        "the method and the path are missing\nhelp: `#[route(GET, \"/path\")]`",
                    )),
                }
                // The path may still be judged.
                if pieces.peek().is_none() {
                    return parsed;
                }
            }
        },
    }
    parsed.path = path(pieces.next_if(|piece| !is_option(piece)), shorthand, pieces.peek(), errors);
    for piece in pieces {
        options::parse(piece, &mut parsed, errors);
    }
    options::reject_repeated(&parsed.options, errors);
    parsed
}

/// Splits at the commas of the top level. A comma at the end is allowed, two in a row are not.
fn pieces(args: TokenStream, errors: &mut Errors) -> Vec<TokenStream> {
    let mut pieces = Vec::new();
    let mut piece = TokenStream::new();
    for token in args {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if piece.is_empty() {
                    errors.push(&comma, "nothing stands before this comma\nhelp: remove it");
                } else {
                    pieces.push(std::mem::take(&mut piece));
                }
            }
            other => piece.extend([other]),
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// A `macro_rules!` fragment comes in an invisible group.
fn unwrap_group(token: TokenTree) -> TokenTree {
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

fn tokens(piece: &TokenStream) -> Vec<TokenTree> {
    piece.clone().into_iter().map(unwrap_group).collect()
}

fn string(token: &TokenTree) -> Option<LitStr> {
    syn::parse2(token.to_token_stream()).ok()
}

fn is_path(piece: &TokenStream) -> bool {
    matches!(&*tokens(piece), [token] if string(token).is_some_and(|text| text.value().contains('/')))
}

fn is_option(piece: &TokenStream) -> bool {
    match &*tokens(piece) {
        [TokenTree::Ident(key), TokenTree::Punct(sign), ..] => {
            sign.as_char() != '|' && !names::METHODS.contains(&key.to_string().as_str())
        }
        [TokenTree::Ident(key), TokenTree::Group(_), ..] => options::is_key(&key.to_string()),
        [TokenTree::Ident(key)] => options::is_flag(&key.to_string()),
        _ => false,
    }
}

fn is_method(piece: &TokenStream) -> bool {
    matches!(&*tokens(piece), [TokenTree::Ident(name), ..] if names::METHODS.contains(&name.to_string().to_ascii_uppercase().as_str()))
}

/// `GET | HEAD`
fn methods(piece: TokenStream, methods: &mut Vec<String>, errors: &mut Errors) {
    let whole = piece.clone();
    let mut expects_method = true;
    for token in piece.into_iter().map(unwrap_group) {
        match token {
            TokenTree::Punct(bar) if bar.as_char() == '|' && !expects_method => expects_method = true,
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
                    other,
                    "expected a comma and the path after the method\nhelp: `#[route(GET, \"/path\")]`; several methods are `GET | HEAD`",
                );
                return;
            }
        }
    }
    if expects_method {
        errors.push(whole, "a method is missing after `|`\nhelp: `GET | HEAD`");
    }
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
    let mistake = if known && is_string {
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

fn path(
    piece: Option<TokenStream>,
    shorthand: Option<&str>,
    next: Option<&TokenStream>,
    errors: &mut Errors,
) -> Option<LitStr> {
    let example = match shorthand {
        Some(name) => format!("`#[{}(\"/path\")]`", name.to_ascii_lowercase()),
        None => "`#[route(GET, \"/path\")]`".to_owned(),
    };
    let Some(piece) = piece else {
        let message = format!("the path is missing\nhelp: {example}");
        match next {
            Some(next) => errors.push(next, message),
            None => errors.add(syn::Error::new(Span::call_site(), message)),
        }
        return None;
    };
    match &*tokens(&piece) {
        [token] if string(token).is_some() => string(token),
        _ => {
            errors.push(&piece, format!("the path is a string literal\nhelp: {example}"));
            None
        }
    }
}

/// `=` and nothing else.
pub(crate) fn expect_equals(
    key: &syn::Ident,
    input: syn::parse::ParseStream<'_>,
    example: &str,
) -> syn::Result<()> {
    if input.peek(Token![=]) && !input.peek(Token![==]) {
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
