//! What stands before a table: `crate = path,` and `auth = required,`.

use proc_macro2::{Ident, TokenTree};
use syn::parse::ParseStream;
use syn::{Attribute, Token, token};

use super::parse::Written;
use crate::errors::Errors;

const HELP: &str = "help: `auth = required`, before the table and with a comma behind it";

/// Parses them, in any order.
pub(super) fn settings(input: ParseStream<'_>, table: &mut Written, errors: &mut Errors) -> syn::Result<()> {
    loop {
        if input.peek(Token![crate]) && input.peek2(Token![=]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            table.door = Some(crate::root::written_door(input)?);
            input.parse::<Token![,]>()?;
        } else if is_attribute(input) {
            let attribute = input.call(Attribute::parse_outer)?.into_iter().next();
            errors.push(attribute, format!("`auth` stands before the table, as a setting of it\n{HELP}"));
        } else if is_auth(input) {
            auth(input, table, errors)?;
        } else {
            return Ok(());
        }
    }
}

/// `auth =` with anything but a list behind it, which would be a table of that name.
fn is_auth(input: ParseStream<'_>) -> bool {
    let is_named = input.fork().parse::<Ident>().is_ok_and(|name| name == "auth");
    let has_sign = (input.peek2(Token![=]) && !input.peek2(Token![=>]))
        || (input.peek2(Token![:]) && !input.peek2(Token![::]));
    is_named && has_sign && !input.peek3(token::Bracket)
}

/// `#[auth(required)]`
fn is_attribute(input: ParseStream<'_>) -> bool {
    let first = input.fork().call(Attribute::parse_outer).ok().and_then(|attrs| attrs.into_iter().next());
    first.is_some_and(|attr| attr.path().is_ident("auth"))
}

/// `auth = required,`
fn auth(input: ParseStream<'_>, table: &mut Written, errors: &mut Errors) -> syn::Result<()> {
    table.auth = Some(input.parse::<Ident>()?.span());
    let sign: TokenTree = input.parse()?;
    if sign.to_string() != "=" {
        errors.push(&sign, format!("a setting of a table has `=` before its value\n{HELP}"));
    }
    let value: Option<TokenTree> =
        if input.is_empty() || input.peek(Token![,]) { None } else { Some(input.parse()?) };
    match value {
        None => errors.add(syn::Error::new(sign.span(), format!("`auth` has no value\n{HELP}"))),
        Some(value) if value.to_string() != "required" => {
            errors.push(value, format!("`auth` is `required`, or is left out\n{HELP}"));
            // What belongs to it is no table.
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<TokenTree>()?;
            }
        }
        Some(_) if !input.is_empty() && !input.peek(Token![,]) => {
            errors.add(input.error(format!("a comma stands here\n{HELP}")));
            input.parse::<Option<Token![;]>>()?;
        }
        Some(_) => {}
    }
    input.parse::<Option<Token![,]>>()?;
    Ok(())
}

/// The same behind an entry.
pub(super) fn reject_late(input: ParseStream<'_>) -> syn::Result<()> {
    if !is_auth(input) {
        return Ok(());
    }
    let name: Ident = input.parse()?;
    Err(syn::Error::new(name.span(), format!("`auth` stands before the handlers\n{HELP}")))
}
