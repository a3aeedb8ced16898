//! `LocationExpr`: the value of `location`, and of `successor`, as written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, Token, token};

use crate::handler_path;

/// A link to another handler, made from the success value.
pub(crate) struct LocationExpr {
    pub(crate) value: Option<syn::Pat>,
    pub(crate) handler: syn::Path,
    pub(crate) values: Vec<(Ident, Expr)>,
    /// The parentheses, to blame for what is missing in them.
    pub(crate) parentheses: Span,
}

/// The key it is the value of, and how it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key(&'static str, &'static str);

const LOCATION: Key = Key("location", "location = |post| get_post(id = post.id)");
const SUCCESSOR: Key = Key("successor", "successor = get_post(id = id)");

impl Key {
    fn help(self) -> String {
        format!("help: `{}`, with each parameter by its name", self.1)
    }
}

impl LocationExpr {
    /// `|post| get_post(id = post.id)` or `get_post(id = 7)`
    pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Self::parse_for(LOCATION, input)
    }

    /// `get_post(id = id)`: it stands on failures too, so that there is no value to make it from.
    pub(super) fn parse_successor(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![|]) {
            let closure: TokenStream = input.parse()?;
            let message = format!(
                "`successor` is made from the captures alone: failures have it too\nhelp: `{}`",
                SUCCESSOR.1
            );
            return Err(syn::Error::new_spanned(closure, message));
        }
        Self::parse_for(SUCCESSOR, input)
    }

    fn parse_for(key: Key, input: ParseStream<'_>) -> syn::Result<Self> {
        let Key(name, _) = key;
        let whole: TokenStream = input.fork().parse()?;
        if input.peek(Token![move]) {
            return Err(input.error(format!("`{name}` borrows what it is made from\nhelp: remove `move`")));
        }
        let value = if input.peek(Token![|]) { closure_argument(input, &whole)? } else { None };
        if input.is_empty() {
            return Err(syn::Error::new_spanned(&whole, format!("`{name}` names a handler\n{}", key.help())));
        }
        if input.peek(token::Brace) {
            let block: TokenStream = input.parse()?;
            let message =
                format!("`{name}` is made by one call, without a block\nhelp: `{}`", unblocked(&block));
            return Err(syn::Error::new_spanned(block, message));
        }
        let handler = handler_path::parse(input, &format!("`{name}` names a handler\n{}", key.help()))?;
        if input.peek(Token![!]) {
            let message = format!(
                "`{name}` is made from a handler, so that it is never wrong, and not from text\n{}",
                key.help()
            );
            return Err(syn::Error::new_spanned(&handler, message));
        }
        if !input.peek(token::Paren) {
            return Err(syn::Error::new_spanned(
                &handler,
                format!("`{name}` calls a handler's path by name\n{}", key.help()),
            ));
        }
        let inner;
        let parentheses = syn::parenthesized!(inner in input).span.join();
        let values = values(&inner, key).map_err(|error| path_function(&handler, key).unwrap_or(error))?;
        Ok(Self { value, handler, values, parentheses })
    }
}

/// `|post|`
fn closure_argument(input: ParseStream<'_>, whole: &TokenStream) -> syn::Result<Option<syn::Pat>> {
    input.parse::<Token![|]>()?;
    if input.peek(Token![|]) {
        input.parse::<Token![|]>()?;
        let call = unblocked(&input.parse()?);
        let message = format!("what needs no value needs no closure\nhelp: `location = {call}`");
        return Err(syn::Error::new_spanned(whole, message));
    }
    let pattern = syn::Pat::parse_single(input)?;
    if input.peek(Token![:]) {
        let colon: Token![:] = input.parse()?;
        let ty: syn::Type = input.parse()?;
        let message = "the type of this value is known: it is the handler's success\nhelp: remove it";
        return Err(syn::Error::new_spanned(quote!(#colon #ty), message));
    }
    if !input.peek(Token![|]) {
        let message =
            format!("`location` is made from one value, the handler's success\n{}", LOCATION.help());
        return Err(syn::Error::new(input.span(), message));
    }
    input.parse::<Token![|]>()?;
    Ok(Some(pattern))
}

/// What stands in a block, or the tokens themselves, as they are shown.
fn unblocked(tokens: &TokenStream) -> String {
    let inner = match tokens.clone().into_iter().next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => group.stream(),
        _ => tokens.clone(),
    };
    inner.to_string()
}

/// `get_post::path(7)`, which is how the function of that name is called.
fn path_function(handler: &syn::Path, Key(name, _): Key) -> Option<syn::Error> {
    if !handler_path::may_be_the_function(handler) {
        return None;
    }
    let shown = handler.to_token_stream().to_string().replace(' ', "");
    let named = shown.trim_end_matches("::path");
    let message = format!(
        "`{name}` names the handler, and makes its path itself\nhelp: `{named}(…)`, with each parameter by its name"
    );
    Some(syn::Error::new_spanned(handler, message))
}

/// `id = post.id, page = 2`
fn values(inner: ParseStream<'_>, key: Key) -> syn::Result<Vec<(Ident, Expr)>> {
    let mut values: Vec<(Ident, Expr)> = Vec::new();
    while !inner.is_empty() {
        if !(inner.peek(Ident::peek_any) && inner.peek2(Token![=]) && !inner.peek2(Token![==])) {
            let rest: TokenStream = inner.parse()?;
            if let Ok(name) = syn::parse2::<Ident>(rest.clone()) {
                let message = format!("the parameters are given by name\nhelp: `{name} = {name}`");
                return Err(syn::Error::new(name.span(), message));
            }
            return Err(syn::Error::new_spanned(
                rest,
                format!("the parameters are given by name\n{}", key.help()),
            ));
        }
        let name = raw_if_keyword(inner.call(Ident::parse_any)?, key)?;
        inner.parse::<Token![=]>()?;
        if values.iter().any(|(earlier, _)| *earlier == name) {
            return Err(syn::Error::new(name.span(), format!("`{name}` is given twice\nhelp: remove one")));
        }
        let value = value(&name, inner, key)?;
        reject_effects(&value, key)?;
        values.push((name, value));
        if !inner.is_empty() {
            inner.parse::<Token![,]>()?;
        }
    }
    Ok(values)
}

/// What stands behind `id =`, as far as the next comma.
fn value(name: &Ident, inner: ParseStream<'_>, key: Key) -> syn::Result<Expr> {
    if inner.is_empty() || inner.peek(Token![,]) {
        let message = format!("`{name}` has no value\n{}", key.help());
        return Err(syn::Error::new(name.span(), message));
    }
    let rest: TokenStream = inner.fork().parse()?;
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
    let written: TokenStream = rest.into_iter().take_while(|token| !is_comma(token)).collect();
    inner
        .parse()
        .map_err(|_| syn::Error::new_spanned(written, format!("this is no whole expression\n{}", key.help())))
}

/// A parameter may be named as a keyword is: `{type}`. Some are no names at all, also in their raw form: `self`, `_`.
fn raw_if_keyword(name: Ident, key: Key) -> syn::Result<Ident> {
    if syn::parse_str::<Ident>(&name.to_string()).is_ok() {
        return Ok(name);
    }
    let mut raw: Ident = syn::parse_str(&format!("r#{name}")).map_err(|_| {
        syn::Error::new(name.span(), format!("no parameter is called `{name}`\n{}", key.help()))
    })?;
    raw.set_span(name.span());
    Ok(raw)
}

/// A link is made when the handler has succeeded: it neither waits nor fails.
fn reject_effects(value: &Expr, key: Key) -> syn::Result<()> {
    let (found, help) = match value {
        Expr::Await(waits) => (waits.await_token.to_token_stream(), "waits"),
        Expr::Try(fails) => (fails.question_token.to_token_stream(), "fails"),
        _ => return Ok(()),
    };
    let message = match key {
        SUCCESSOR => format!(
            "`successor` is made from the captures, and nothing in it {help}\nhelp: `{}`",
            SUCCESSOR.1
        ),
        _ => format!(
            "`location` is made when the handler has succeeded, and nothing in it {help}\nhelp: let the handler return what the link needs: `location = |post| get_post(id = post.id)`"
        ),
    };
    Err(syn::Error::new_spanned(found, message))
}
