//! The table as written, and what is wrong with it as far as its words tell.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Path, Token, Visibility};

use crate::errors::Errors;

/// `[get_post, "/admin" => admin::table]`, with a name where it is an item.
pub(crate) struct Written {
    pub(crate) item: Option<Item>,
    pub(crate) entries: Vec<Entry>,
}

/// `pub table =`
pub(crate) struct Item {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
}

/// A handler or a table, below its prefix.
pub(crate) struct Entry {
    /// Empty where there is none.
    pub(crate) prefix: String,
    pub(crate) path: Path,
    pub(crate) span: Span,
}

pub(crate) fn parse(input: TokenStream) -> syn::Result<Written> {
    let mut errors = Errors::new();
    let parsed = (|input: ParseStream<'_>| written(input, &mut errors)).parse2(input);
    match parsed {
        Ok(written) => errors.finish().map(|()| written),
        Err(error) => {
            errors.add(error);
            errors.finish().and(Err(syn::Error::new(Span::call_site(), "this table cannot be read")))
        }
    }
}

fn written(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Written> {
    let item = if is_item(input) { Some(item(input)?) } else { None };
    if item.is_none() {
        return Ok(Written { item, entries: entries(input, errors)? });
    }
    let inner;
    syn::bracketed!(inner in input);
    let entries = entries(&inner, errors)?;
    input.parse::<Option<Token![;]>>()?;
    if !input.is_empty() {
        return Err(
            input.error("one `routes!` makes one table\nhelp: write `routes! { … }` again for another")
        );
    }
    Ok(Written { item, entries })
}

/// `name =`, after attributes and visibility.
fn is_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let named = |ahead: ParseStream<'_>| {
        ahead.call(Attribute::parse_outer)?;
        ahead.parse::<Visibility>()?;
        ahead.call(Ident::parse_any)?;
        Ok::<_, syn::Error>(ahead.peek(Token![=]) && !ahead.peek(Token![=>]))
    };
    named(&ahead).unwrap_or(false)
}

fn item(input: ParseStream<'_>) -> syn::Result<Item> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let name = input.parse()?;
    input.parse::<Token![=]>()?;
    if !input.peek(syn::token::Bracket) {
        return Err(input.error("a table is a list\nhelp: `routes! { pub table = [list, create] }`"));
    }
    Ok(Item { attrs, vis, name })
}

fn entries(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    while !input.is_empty() {
        if input.peek(Token![#]) {
            let attr = input.call(Attribute::parse_outer)?;
            let message = "an entry of a table has no attributes\nhelp: put handlers that are not always there into a table of their own, and make that table twice, once for each `#[cfg]`";
            errors.push(&attr[0], message);
        }
        let entry = entry(input, errors)?;
        if let Some(earlier) = entries.iter().find(|earlier| same(earlier, &entry)) {
            let shown = earlier.path.to_token_stream().to_string().replace(' ', "");
            errors.push(&entry.path, format!("`{shown}` is in this table already\nhelp: remove one"));
        }
        entries.push(entry);
        if !input.is_empty() {
            let comma = input.parse::<Token![,]>();
            comma.map_err(|error| syn::Error::new(error.span(), "expected a comma between handlers"))?;
        }
    }
    if entries.len() > usize::from(u16::MAX) {
        let message = "a table has at most 65,535 entries\nhelp: make tables of its parts and nest them";
        return Err(syn::Error::new(Span::call_site(), message));
    }
    Ok(entries)
}

fn same(one: &Entry, other: &Entry) -> bool {
    one.prefix == other.prefix
        && one.path.to_token_stream().to_string() == other.path.to_token_stream().to_string()
}

fn entry(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Entry> {
    let prefix = if input.peek(syn::Lit) {
        let Ok(literal) = input.parse::<LitStr>() else {
            return Err(input.error("a prefix is a string\nhelp: `\"/admin\" => admin::table`"));
        };
        if !input.peek(Token![=>]) {
            let message =
                format!("a prefix leads to a table or a handler\nhelp: `\"{}\" => table`", literal.value());
            return Err(syn::Error::new(literal.span(), message));
        }
        input.parse::<Token![=>]>()?;
        checked_prefix(&literal, errors)
    } else {
        String::new()
    };
    let start = input.span();
    let path = input.call(Path::parse_mod_style).map_err(|_| {
        syn::Error::new(start, "expected the name of a handler or a table\nhelp: `routes![get_post, \"/admin\" => admin::table]`")
    })?;
    if input.peek(syn::token::Paren) {
        let called: TokenStream = input.parse::<proc_macro2::TokenTree>()?.into();
        let shown = path.to_token_stream().to_string().replace(' ', "");
        errors.push(called, format!("a table names its handlers and does not call them\nhelp: `{shown}`"));
    }
    let span = path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
    Ok(Entry { prefix, span, path })
}

fn checked_prefix(literal: &LitStr, errors: &mut Errors) -> String {
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
    prefix
}
