//! What a stream that a handler returns takes with it: from edition 2024 on, all that the handler has borrowed.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Error, Type};

use super::arguments::ungrouped;
use super::signature::{Argument, Handler, has_lifetime, mentions};

/// The `impl` of a stream that would borrow from the request or the state, were the edition 2024. What is sent while it is made
/// outlives both.
pub(super) fn stream(handler: &Handler) -> Option<Span> {
    let stands_alone = |argument: &Argument| !is_borrowed(&argument.ty);
    if handler.arguments.iter().all(stands_alone) {
        return None;
    }
    let output = handler.output()?.to_token_stream();
    let is_stream = ["Sse", "Streamed", "JsonLines"].iter().any(|stream| mentions(&output, stream));
    // Who says what is captured, or that it is nothing, has thought of it.
    let is_said = mentions(&output, "use") || has_lifetime(&output, |_| true);
    if !is_stream || is_said {
        return None;
    }
    opaque(&output)
}

fn is_borrowed(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) => {
            reference.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static")
        }
        _ => false,
    }
}

fn opaque(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(word) => (word == "impl").then(|| word.span()),
        TokenTree::Group(group) => opaque(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    })
}

pub(super) fn mistake(opaque: Span) -> Error {
    let message = "a stream outlives the request, and from edition 2024 on an `impl` holds whatever the handler has borrowed\nhelp: clone what the stream needs before it is made, and say that it holds nothing else: `impl Stream<Item = …> + use<>`";
    Error::new(opaque, message)
}

/// One or the other, by the edition of the place: from 2024 on `_` is an expression.
pub(super) fn by_edition(place: Span, from_2024: &TokenStream, before: &TokenStream) -> TokenStream {
    let chooser = quote_spanned! {place=>
        #[allow(unused_macro_rules)]
        macro_rules! __by_edition {
            ($_expression:expr; { $($from_2024:tt)* } { $($before:tt)* }) => { $($from_2024)* };
            (_; { $($from_2024:tt)* } { $($before:tt)* }) => { $($before)* };
        }
    };
    quote! {
        #chooser
        __by_edition!(_; { #from_2024 } { #before });
    }
}
