//! The prefix of an entry: `"/admin" =>`.

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Token};

use crate::errors::Errors;

/// `"/admin" =>`
pub(super) fn prefix(input: ParseStream<'_>) -> syn::Result<Option<LitStr>> {
    if !input.peek(Lit) {
        return Ok(None);
    }
    let literal: Lit = input.parse()?;
    let Lit::Str(literal) = literal else {
        let message = "a prefix is a string\nhelp: `\"/admin\" => admin::table`";
        return Err(syn::Error::new(literal.span(), message));
    };
    if input.peek(Token![=>]) {
        input.parse::<Token![=>]>()?;
        if input.is_empty() || input.peek(Token![,]) {
            let message = "this prefix leads nowhere\nhelp: `\"/admin\" => admin::table`";
            return Err(syn::Error::new(literal.span(), message));
        }
        return Ok(Some(literal));
    }
    if input.peek(Token![->]) || input.peek(Token![:]) || (input.peek(Token![=]) && !input.peek(Token![=>])) {
        let length = if input.peek(Token![->]) { 2 } else { 1 };
        let sign: TokenStream = input.parse::<TokenStream>()?.into_iter().take(length).collect();
        return Err(syn::Error::new_spanned(
            sign,
            "the sign between a prefix and its table is `=>`\nhelp: `\"/api\" => table`",
        ));
    }
    let text = literal.value();
    let message = if text.starts_with('/') {
        format!("a prefix leads to a table or a handler\nhelp: `\"{text}\" => table`")
    } else {
        format!("a handler is named without quotes\nhelp: `{text}`")
    };
    Err(syn::Error::new(literal.span(), message))
}

/// What is wrong with a prefix, if anything is.
pub(super) fn check_prefix(literal: &LitStr, errors: &mut Errors) {
    let prefix = literal.value();
    let trimmed = prefix.trim_end_matches('/');
    let mistake = if prefix.is_empty() || prefix == "/" {
        Some("this prefix is empty\nhelp: name the table without a prefix".to_owned())
    } else if !prefix.starts_with('/') {
        Some(format!("a prefix starts with `/`\nhelp: `\"/{trimmed}\"`"))
    } else if trimmed != prefix {
        Some(format!(
            "a prefix does not end with `/`: the paths below it start with one\nhelp: `\"{trimmed}\"`"
        ))
    } else if prefix.contains(['{', '}', '<', '>', ':', '*']) {
        Some("a prefix is literal text, so that handlers stay whole without it\nhelp: put the capture into the paths of the handlers".to_owned())
    } else if prefix.contains(['?', '#']) || prefix.chars().any(char::is_whitespace) {
        Some("a prefix is a path, without a query, a fragment or spaces\nhelp: put query parameters into the paths of the handlers".to_owned())
    } else if prefix.contains('\\') {
        Some("a prefix has no backslash (RFC 3986 §3.3)\nhelp: segments are divided by `/`".to_owned())
    } else if prefix.split('/').any(|segment| matches!(segment, "." | "..")) {
        Some(
            "clients resolve `.` and `..` before they send a path (RFC 3986 §5.2.4)\nhelp: remove them"
                .to_owned(),
        )
    } else if prefix.contains("//") {
        Some(format!("this prefix has an empty segment (`//`)\nhelp: `\"{}\"`", prefix.replace("//", "/")))
    } else if prefix.contains('%') {
        Some("a prefix is written decoded\nhelp: write the letters themselves".to_owned())
    } else {
        None
    };
    if let Some(mistake) = mistake {
        errors.push(literal, mistake);
    }
}
