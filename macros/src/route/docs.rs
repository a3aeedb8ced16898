//! The doc comment as summary and description, and what rustdoc shows of a route.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::model::Endpoint;

#[derive(Default)]
pub(crate) struct Docs {
    /// The first paragraph, on one line.
    pub(crate) summary: String,
    /// The other paragraphs.
    pub(crate) description: String,
}

pub(crate) fn of(attrs: &[Attribute]) -> Docs {
    let lines: Vec<String> = attrs.iter().filter_map(line).collect();
    let text = lines.join("\n");
    let text = text.trim();
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let summary: Vec<&str> = first.lines().map(str::trim).collect();
    Docs { summary: summary.join(" "), description: rest.trim().to_owned() }
}

fn line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else { return None };
    if !meta.path.is_ident("doc") {
        return None;
    }
    match &meta.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
            let text = text.value();
            Some(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned())
        }
        _ => None,
    }
}

/// The function with a paragraph about its route behind the first.
pub(super) fn with_route(item: &TokenStream, endpoint: &Endpoint) -> TokenStream {
    let Endpoint { name, methods, pattern, .. } = endpoint;
    let (methods, path) = (methods.join(" | "), &pattern.text);
    let text = format!("Answers `{methods} {path}`, whose URL is `{name}::path(…)`.");
    let mut function: Vec<TokenTree> = item.clone().into_iter().collect();
    let is_attribute = |token: &TokenTree| match token {
        TokenTree::Punct(sign) => sign.as_char() == '#',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Bracket,
        _ => false,
    };
    let attributes = function.iter().take_while(|token| is_attribute(token)).count();
    let ends = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.stream().to_string() == "doc = \"\"");
    let end = function[..attributes].iter().position(ends).map_or(attributes, |empty| empty - 1);
    let rest: TokenStream = function.split_off(end).into_iter().collect();
    let before: TokenStream = function.into_iter().collect();
    quote!(#before #[doc = ""] #[doc = #text] #rest)
}
