//! The table as written, and what is wrong with it as far as its words tell.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Path, Token, Visibility, token};

use super::elsewhere::{is_shorthand, reject_closure, reject_import, reject_list, reject_prefix_behind};
use super::prefix::{check_prefix, prefix};
use super::settings::{reject_late, settings};
use crate::errors::Errors;
use crate::handler_path;
use crate::names::METHODS;

/// `[get_post, "/admin" => admin::table]`, with a name where it is an item.
pub(crate) struct Written {
    pub(crate) item: Option<Item>,
    /// `crate = path`, for who has fingerpost from another crate.
    pub(crate) door: Option<TokenStream>,
    /// The `auth` of `auth = required`: every handler says who may call it.
    pub(crate) auth: Option<Span>,
    /// Whether it stands where items stand, as far as its words tell.
    pub(crate) is_item: bool,
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

/// The table, or as much of it as was understood, and what is wrong with it.
pub(crate) fn parse(input: TokenStream) -> (Written, Option<syn::Error>) {
    let mut errors = Errors::new();
    let mut table = Written { item: None, door: None, auth: None, is_item: false, entries: Vec::new() };
    let parsed = (|input: ParseStream<'_>| {
        settings(input, &mut table, &mut errors)?;
        // A list in brackets of its own has lost its name, or has two pairs.
        let is_list = input.peek(token::Bracket);
        table.is_item = is_item(input) || is_declaration(input) || is_list;
        if is_list {
            return Err(without_a_name(&input.parse()?));
        }
        if table.is_item && !is_item(input) {
            let mistake = not_an_item(input);
            table.item = nearly_head(input).ok();
            return Err(mistake);
        }
        if !table.is_item {
            table.entries = entries(input, &mut errors)?;
            return Ok(());
        }
        let (item, inner) = item(input)?;
        table.item = Some(item);
        let inner = inner?;
        table.entries = (|input: ParseStream<'_>| entries(input, &mut errors)).parse2(inner)?;
        reject_itself(&table, &mut errors);
        input.parse::<Option<Token![;]>>()?;
        if input.is_empty() {
            return Ok(());
        }
        let rest: TokenStream = input.parse()?;
        let first = rest.into_iter().next();
        let message = "one `routes!` makes one table\nhelp: write `routes! { … }` again for another";
        Err(syn::Error::new_spanned(first, message))
    })
    .parse2(input);
    if let Err(error) = parsed {
        errors.add(error);
    }
    (table, errors.finish().err())
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

/// The same with a keyword before the name.
fn nearly_head(input: ParseStream<'_>) -> syn::Result<Item> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    if !input.peek(syn::Ident) {
        input.call(Ident::parse_any)?;
    }
    Ok(Item { attrs, vis, name: input.parse()? })
}

fn without_a_name(input: &TokenStream) -> syn::Error {
    let list = input.clone().into_iter().next();
    let shown = list.as_ref().map(ToString::to_string).unwrap_or_default();
    let message = format!(
        "a list in brackets belongs to a table with a name\nhelp: `routes! {{ pub table = {shown} }}` where items stand, and `routes!{shown}` where a value stands"
    );
    syn::Error::new_spanned(list, message)
}

/// Whether it begins as a declaration does: `pub`, `let`, `const`.
fn is_declaration(input: ParseStream<'_>) -> bool {
    const WORDS: [&str; 8] = ["pub", "let", "const", "static", "fn", "mod", "type", "struct"];
    let word = input.fork().call(Ident::parse_any);
    word.is_ok_and(|word| WORDS.iter().any(|known| word == known))
}

/// `pub name`, after attributes.
fn head(input: ParseStream<'_>) -> syn::Result<Item> {
    Ok(Item { attrs: input.call(Attribute::parse_outer)?, vis: input.parse()?, name: input.parse()? })
}

/// What stands where `pub name =` should.
fn not_an_item(input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    let head_and_sign = |ahead: ParseStream<'_>| {
        head(ahead)?;
        ahead.parse::<Token![=]>()
    };
    let at = match head_and_sign(&ahead) {
        Err(error) => error.span(),
        Ok(_) => ahead.span(),
    };
    syn::Error::new(at, "a table is a name and a list\nhelp: `routes! { pub table = [list, create] }`")
}

/// The head of an item, and what stands in its brackets.
fn item(input: ParseStream<'_>) -> syn::Result<(Item, syn::Result<TokenStream>)> {
    let item = head(input)?;
    input.parse::<Token![=]>()?;
    let list = match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => Ok(group.stream()),
        Ok(other) => {
            let message = "a table is a list\nhelp: `routes! { pub table = [list, create] }`";
            input.parse::<TokenStream>()?;
            Err(syn::Error::new_spanned(other, message))
        }
        Err(_) => {
            let message = "the list of the table is missing\nhelp: `routes! { pub table = [list, create] }`";
            Err(syn::Error::new(item.name.span(), message))
        }
    };
    Ok((item, list))
}

fn entries(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut written = HashSet::new();
    while !input.is_empty() {
        if input.peek(Token![#]) {
            let attr = input.call(Attribute::parse_outer)?;
            let message = "an entry of a table has no attributes\nhelp: put handlers that are not always there into a table of their own, and make that table twice, once for each `#[cfg]`";
            errors.push(&attr[0], message);
        }
        reject_late(input)?;
        let entry = entry(input, errors)?;
        let shown = shown(&entry.path);
        if written.contains(&(entry.prefix.clone(), shown.clone())) {
            errors.push(&entry.path, format!("`{shown}` is in this table already\nhelp: remove one"));
        }
        written.insert((entry.prefix.clone(), shown));
        entries.push(entry);
        if !input.is_empty() {
            input.parse::<Token![,]>().map_err(|error| without_a_comma(entries.last(), input, &error))?;
        }
    }
    if entries.len() > usize::from(u16::MAX) {
        let message = "a table has at most 65,535 entries\nhelp: make tables of its parts and nest them";
        return Err(syn::Error::new(Span::call_site(), message));
    }
    Ok(entries)
}

/// What follows an entry where a comma should.
fn without_a_comma(last: Option<&Entry>, input: ParseStream<'_>, error: &syn::Error) -> syn::Error {
    let path = last.map(|entry| &entry.path);
    let method = path.and_then(Path::get_ident).filter(|name| METHODS.contains(&name.to_string().as_str()));
    let with_its_path = (|ahead: ParseStream<'_>| {
        let path: LitStr = ahead.parse()?;
        ahead.parse::<Token![=>]>()?;
        Ok::<_, syn::Error>((path, ahead.call(Path::parse_mod_style)?))
    })(&input.fork());
    if let (Some(method), Ok((path, handler))) = (method, with_its_path) {
        let (path, shown) = (path.value(), shown(&handler));
        let message = format!(
            "the method and the path stand on the handler\nhelp: `#[route({method}, \"{path}\")]` on `{shown}`, and `routes![{shown}]`"
        );
        return syn::Error::new(method.span(), message);
    }
    if let (Some(method), Ok(handler)) = (method, input.fork().call(Path::parse_mod_style)) {
        let shown = shown(&handler);
        let message = format!(
            "the method stands on the handler\nhelp: `#[route({method}, …)]` on `{shown}`, and `routes![{shown}]`"
        );
        return syn::Error::new(method.span(), message);
    }
    syn::Error::new(error.span(), "expected a comma between handlers\nhelp: `routes![list, create]`")
}

/// A table that nests itself has no end.
fn reject_itself(table: &Written, errors: &mut Errors) {
    let Some(Item { name, .. }) = &table.item else { return };
    for Entry { path, .. } in &table.entries {
        let path_name = shown(path);
        if path.is_ident(name) || path_name == format!("self::{name}") {
            errors.push(path, "a table cannot be a part of itself\nhelp: remove it");
        }
    }
}

fn entry(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Entry> {
    let prefix = prefix(input)?;
    reject_list(input)?;
    if input.peek(Token![,]) {
        return Err(input.error("nothing stands before this comma\nhelp: remove it"));
    }
    reject_import(input)?;
    reject_closure(input)?;
    let path = handler_path::parse(
        input,
        "expected the name of a handler or a table\nhelp: `routes![get_post, \"/admin\" => admin::table]`",
    )?;
    reject_prefix_behind(&path, input)?;
    let called: Option<TokenTree> = if input.peek(token::Paren) { Some(input.parse()?) } else { None };
    match (&prefix, called) {
        // `"/" => get(list)`, as axum has it.
        (Some(prefix), Some(TokenTree::Group(called))) if is_shorthand(&path) => {
            let (shorthand, handler) = (path.to_token_stream(), called.stream());
            skip_methods(input)?;
            let route = format!("#[{shorthand}(\"{}\")]", prefix.value());
            errors.push(prefix, format!("the method and the path stand on the handler\nhelp: `{route}` on `{handler}`, and `routes![{handler}]`"));
        }
        (None, Some(TokenTree::Group(called))) if is_shorthand(&path) => {
            let handler = called.stream();
            skip_methods(input)?;
            errors.push(&path, format!("the method stands on the handler\nhelp: `{handler}`"));
        }
        (_, Some(called)) if is_constructor(&path) => {
            let help = match path.segments.iter().rev().nth(1) {
                Some(ty) if ty.ident == "Dir" || ty.ident == "ServeDir" => {
                    "`\"/static\" => fingerpost::files`, with `.state(Dir::new(…)?)` on the app"
                }
                _ => "name a function that has a route, or a table",
            };
            errors.push(called, format!("a table names its handlers, and this makes a value\nhelp: {help}"));
        }
        (_, Some(called)) => {
            let shown = shown(&path);
            errors
                .push(called, format!("a table names its handlers and does not call them\nhelp: `{shown}`"));
        }
        (Some(prefix), None) => check_prefix(prefix, errors),
        (None, None) => {}
    }
    let span = path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
    Ok(Entry { prefix: prefix.map(|prefix| prefix.value()).unwrap_or_default(), span, path })
}

/// What is called on `get(list)`, as `.post(create)` of axum: the same mistake.
fn skip_methods(input: ParseStream<'_>) -> syn::Result<()> {
    while input.peek(Token![.]) {
        input.parse::<Token![.]>()?;
        input.call(Ident::parse_any)?;
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Whether a path is that of a type's function: `Dir::new`.
fn is_constructor(path: &Path) -> bool {
    let owner = path.segments.iter().rev().nth(1);
    owner.is_some_and(|owner| owner.ident.to_string().starts_with(char::is_uppercase))
}

pub(super) fn shown(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
