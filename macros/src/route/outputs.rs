//! What a handler cannot return, where its words tell.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{FnArg, GenericArgument, PathArguments, Signature, Type, parse_quote};

use super::arguments::{generics, is_unsized_text, last_name, ungrouped};
use super::proofs::halves;
use crate::errors::Errors;

pub(super) fn reject(output: &Type, signature: &Signature, errors: &mut Errors) {
    let tokens = output.to_token_stream();
    let shown = tokens.to_string();
    let never = if shown.contains('!') { never(&tokens) } else { None };
    if let Some(never) = never {
        let message = "a handler answers, and `!` is the type of what never comes\nhelp: the type of the answer, `()` for none; for what never comes `std::convert::Infallible`";
        errors.push(never, message);
    } else if is_unsized(output) {
        let help = match ungrouped(output) {
            Type::Slice(_) => "`Vec<u8>` or `Bytes`; for data `Json<Vec<…>>`",
            Type::TraitObject(_) => "the type itself, or `impl Trait` where it has no name",
            _ => "`String`, or `&'static str` for a text of the program itself",
        };
        errors.push(output, format!("a value of no known size cannot be returned\nhelp: {help}"));
    } else if let Some(responder) = shown.contains("dyn").then(|| dyn_responder(&tokens)).flatten() {
        let message = "an answer has one type, which is known before it is made\nhelp: `impl Responder`; for several kinds of answers an enum of your own that implements `Responder`, or a `Response`";
        errors.push(responder, message);
    } else if let Some(borrow) = borrow(output, elided_by(signature)) {
        let message = "a response outlives its request, so it cannot borrow\nhelp: return a `String`, or another owned value; a text of the program itself is `&'static str`";
        errors.push(borrow, message);
    }
    if (shown.starts_with("impl ") || shown.starts_with("Pin < Box < dyn")) && shown.contains("Future")
        || shown.contains("BoxFuture")
    {
        errors.push(output, "a handler that returns a future is an `async fn`\nhelp: `async fn`, with the type that the future has in the end");
    }
}

/// Whether it is a wrapper of ours that writes content, whatever it is around.
pub(super) fn is_content(output: &Type) -> bool {
    let (success, _) = halves(output);
    let wrappers = ["Json", "JsonLines", "Sse", "Streamed"];
    last_name(success).is_some_and(|name| wrappers.iter().any(|wrapper| name == wrapper))
}

/// The output in place of one that would be a second mistake, if it would, and an item that uses what had been imported
/// for it.
pub(super) fn repaired(output: &Type) -> Option<(Type, TokenStream)> {
    if is_unsized(output) {
        return Some((parse_quote!(impl ::core::marker::Sized), TokenStream::new()));
    }
    let tokens = output.to_token_stream();
    // Within a type it is not stable, which the compiler would say too.
    if !matches!(ungrouped(output), Type::Never(_)) && never(&tokens).is_some() {
        return Some((syn::parse2(without_never(tokens)).ok()?, TokenStream::new()));
    }
    dyn_responder(&tokens)?;
    let imported = quote! {
        const _: () = {
            #[allow(unused_imports)]
            use Responder as _;
        };
    };
    Some((syn::parse2(without_responder(tokens)).ok()?, imported))
}

fn is_unsized(output: &Type) -> bool {
    is_unsized_text(output) || matches!(ungrouped(output), Type::Slice(_) | Type::TraitObject(_))
}

/// `!` where it is a type: the first, or behind `<`, `,` or `(`.
fn never(tokens: &TokenStream) -> Option<TokenTree> {
    let mut may_be_type = true;
    for token in tokens.clone() {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == '!' && may_be_type => return Some(token),
            TokenTree::Punct(mark) => may_be_type = matches!(mark.as_char(), '<' | ','),
            TokenTree::Group(group) => match never(&group.stream()) {
                Some(found) => return Some(found),
                None => may_be_type = false,
            },
            _ => may_be_type = false,
        }
    }
    None
}

fn without_never(tokens: TokenStream) -> TokenStream {
    let mut may_be_type = true;
    let replace = |token: TokenTree| {
        let is_type = std::mem::replace(
            &mut may_be_type,
            matches!(&token, TokenTree::Punct(mark) if matches!(mark.as_char(), '<' | ',')),
        );
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '!' && is_type => quote!(::core::convert::Infallible),
            TokenTree::Group(group) => {
                let inner = without_never(group.stream());
                TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner)).into()
            }
            other => other.into(),
        }
    };
    tokens.into_iter().map(replace).collect()
}

/// `dyn Responder`, wherever it stands in a type.
fn dyn_responder(tokens: &TokenStream) -> Option<TokenStream> {
    let mut before: Option<TokenTree> = None;
    for token in tokens.clone() {
        if let TokenTree::Group(group) = &token
            && let Some(found) = dyn_responder(&group.stream())
        {
            return Some(found);
        }
        if let (Some(word), TokenTree::Ident(name)) = (&before, &token)
            && name == "Responder"
            && word.to_string() == "dyn"
        {
            return Some(quote!(#word #name));
        }
        before = Some(token);
    }
    None
}

/// The same with a trait in place of `Responder` that can be a `dyn`.
fn without_responder(tokens: TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(name) if name == "Responder" => quote!(::core::marker::Send),
        TokenTree::Group(group) => {
            let inner = without_responder(group.stream());
            TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner)).into()
        }
        other => other.into(),
    };
    let replaced = tokens.into_iter().map(replace);
    quote!(#(#replaced)*)
}

/// Whether the compiler knows which lifetime is meant where none is written. Where it does not it has its own word to
/// say.
fn elided_by(signature: &Signature) -> bool {
    let is_borrowed = |input: &&FnArg| matches!(input, FnArg::Typed(argument) if matches!(*argument.ty, Type::Reference(_)));
    signature.inputs.iter().filter(is_borrowed).count() == 1
}

/// The text in an answer that is borrowed, with a lifetime or, where that `is_elided`, without.
fn borrow(output: &Type, is_elided: bool) -> Option<&Type> {
    let is_static = |lifetime: &Ident| lifetime == "static";
    match ungrouped(output) {
        Type::Reference(reference) => match &reference.lifetime {
            Some(lifetime) => (!is_static(&lifetime.ident)).then_some(output),
            None => is_elided.then_some(output),
        },
        Type::Tuple(tuple) => borrow(tuple.elems.last()?, is_elided),
        Type::Path(path) if last_name(output).is_some_and(|name| name == "Cow") => {
            let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
                return None;
            };
            match arguments.args.first()? {
                GenericArgument::Lifetime(lifetime) => (!is_static(&lifetime.ident)).then_some(output),
                _ => is_elided.then_some(output),
            }
        }
        _ => {
            let one = ["Option", "Html"].into_iter().find_map(|name| generics(output, name));
            let inner = one.map(|[inner]| inner).or_else(|| generics(output, "Result").map(|[ok, _]| ok));
            borrow(inner?, is_elided)
        }
    }
}
