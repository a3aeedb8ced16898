//! The closure of `etag` and `last_modified` as written: what is made from the success.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::ParseStream;
use syn::{Expr, ExprClosure, Pat};

use super::args::{expect_equals, expression};

/// `|note| note.version`: what is made from the success.
pub(super) fn parse(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<ExprClosure> {
    expect_equals(key, input, example)?;
    let value = expression(input, example)?;
    let closure = match value {
        Expr::Closure(closure) => closure,
        Expr::Lit(_) => {
            let fixed = if key == "etag" { "ETag" } else { "Last-Modified" };
            let message = format!(
                "`{key}` is made from what is answered\nhelp: `{example}`; one that is always the same is a header: `header(\"{fixed}\" = …)`"
            );
            return Err(syn::Error::new_spanned(value, message));
        }
        other => {
            let message =
                format!("`{key}` is made from the success, which a closure borrows\nhelp: `{example}`");
            return Err(syn::Error::new_spanned(other, message));
        }
    };
    match mistake(key, &closure, example) {
        Some((tokens, message)) => Err(syn::Error::new_spanned(tokens, message)),
        None => Ok(closure),
    }
}

/// What of a closure has no place here.
fn mistake(key: &Ident, closure: &ExprClosure, example: &str) -> Option<(TokenStream, String)> {
    if let Some(word) = &closure.capture {
        Some((word.to_token_stream(), format!("`{key}` borrows what it is made from\nhelp: remove `move`")))
    } else if let Some(word) = &closure.asyncness {
        Some((word.to_token_stream(), format!("`{key}` is made at once\nhelp: remove `async`")))
    } else if closure.inputs.len() != 1 {
        let (begin, inputs, end) = (&closure.inputs_begin, &closure.inputs, &closure.inputs_end);
        let message = format!("`{key}` is made from one value, the handler's success\nhelp: `{example}`");
        Some((quote!(#begin #inputs #end), message))
    } else if let Some(Pat::Type(typed)) = closure.inputs.first() {
        let (colon, ty) = (&typed.colon_token, &typed.ty);
        let message =
            "the type of this value is known: it is the handler's success\nhelp: remove it".to_owned();
        Some((quote!(#colon #ty), message))
    } else {
        let (word, does) = match &*closure.body {
            Expr::Await(waits) => (waits.await_token.to_token_stream(), "waits"),
            Expr::Try(fails) => (fails.question_token.to_token_stream(), "fails"),
            _ => return None,
        };
        let message = format!(
            "`{key}` is made when the handler has succeeded, and nothing in it {does}\nhelp: let the handler return what it is made of: `{example}`"
        );
        Some((word, message))
    }
}
