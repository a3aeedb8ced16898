//! `ETag` and `Last-Modified`: the keys, judged, and what is made of them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprClosure, Pat};

use super::glue::glue;
use super::model::{Endpoint, Status, Validators};
use super::options::{OptionValue, RouteOption};
use crate::errors::Errors;

/// The validators that a key is one of.
pub(super) fn add<'v>(validators: &'v mut Option<Validators>, key: &Ident) -> &'v mut Validators {
    validators.get_or_insert_with(|| Validators { key: key.span(), etag: None, last_modified: None })
}

/// The value that is borrowed and what is made from it.
pub(super) fn of_success(closure: &ExprClosure) -> Option<(Pat, Expr)> {
    Some((closure.inputs.first()?.clone(), (*closure.body).clone()))
}

/// What is wrong with them that needs no types.
pub(super) fn judge(endpoint: &Endpoint, options: &[RouteOption], errors: &mut Errors) {
    if endpoint.validators.is_none() {
        return;
    }
    let keys = options
        .iter()
        .filter(|option| matches!(option.value, OptionValue::Etag(_) | OptionValue::LastModified(_)));
    if let Some(method) = endpoint.methods.iter().find(|method| !matches!(method.as_str(), "GET" | "HEAD")) {
        for option in keys {
            errors.push(&option.key, not_read(&option.key, method));
        }
        return;
    }
    if let Some(Status::Code(code, span, _)) = endpoint.status
        && !(200..=299).contains(&code)
    {
        let message = format!(
            "{code} is no success, and preconditions are nothing to it (RFC 9110 §13.2.1)\nhelp: declare a status of 200 to 299, or no `etag` and `last_modified`"
        );
        errors.add(syn::Error::new(span, message));
    }
    for option in options {
        let OptionValue::Header(name, _) = &option.value else { continue };
        let is_twice = match name.value().to_ascii_lowercase().as_str() {
            "etag" => endpoint.validators.as_ref().is_some_and(|validators| validators.etag.is_some()),
            "last-modified" => {
                endpoint.validators.as_ref().is_some_and(|validators| validators.last_modified.is_some())
            }
            _ => false,
        };
        if is_twice {
            let message = format!("`{}` is declared twice: it has a key\nhelp: remove one", name.value());
            errors.push(name, message);
        }
    }
    if let Some(location) = options.iter().find(|option| matches!(option.value, OptionValue::Location(_))) {
        let message = "a `Location` beside an `ETag` is that of something new, and GET makes nothing (RFC 9110 §9.3.1)\nhelp: remove one of the keys";
        errors.push(&location.key, message);
    }
}

fn not_read(key: &Ident, method: &str) -> String {
    let help = if key == "etag" {
        "return the tag with the answer: `(ETag, Json<T>)`; what must be there before a change is an argument: `if_match: IfMatch`"
    } else {
        "remove it; what must be there before a change is an argument: `conditions: Preconditions`"
    };
    format!("`{key}` is about what GET reads, and this route answers {method}\nhelp: {help}")
}

/// The closure that makes them from the success.
pub(super) fn made(validators: &Validators) -> TokenStream {
    let mut built = glue!(__fingerpost::Validators::unknown());
    if let Some((pattern, expression)) = &validators.last_modified {
        let time = called("ToLastModified", "to_last_modified", expression);
        let time = matched(pattern, &time);
        built = glue!(#built.with_last_modified(#time));
    }
    let tag = match &validators.etag {
        Some(Some((pattern, expression))) => matched(pattern, &called("ToETag", "to_etag", expression)),
        _ => glue!(__fingerpost::Ok(__fingerpost::None)),
    };
    let value = match validators {
        Validators { etag: Some(Some(_)), .. } | Validators { last_modified: Some(_), .. } => glue!(value),
        _ => glue!(_),
    };
    glue!(|#value| #built.with_etag(#tag))
}

/// The conversion, which is blamed on what is converted.
fn called(of: &str, name: &str, expression: &Expr) -> TokenStream {
    let span = expression.span().resolved_at(Span::mixed_site());
    let (of, name) = (Ident::new(of, span), Ident::new(name, span));
    quote_spanned!(span=> __fingerpost::#of::#name(&(#expression)))
}

fn matched(pattern: &Pat, made: &TokenStream) -> TokenStream {
    let pattern = pattern.to_token_stream();
    glue!(match value { #pattern => #made })
}
