//! What rust-analyzer makes of an expansion: of a word it shows whatever stands at its place there.
//!
//! Glue has names at the places of the user's words, so that the compiler's errors stand there. Beside what the user means,
//! an editor would show those too, and ask where to go. So where rust-analyzer asks, they stand elsewhere; and at the place of
//! the path stand the arguments that its captures are.

use std::collections::HashSet;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{FnArg, ItemFn, LitStr, Pat};

use crate::tokens;

/// Whether it is rust-analyzer that asks. It says so to all that it starts. Where it no longer does, editors show more than they
/// need to, and nothing else is different.
pub(crate) fn asks() -> bool {
    std::env::var_os("RUST_ANALYZER_INTERNALS_DO_NOT_USE").is_some()
}

/// The expansion with every name of ours, and every lifetime, elsewhere than at a place of these words.
pub(crate) fn settled(words: &[&TokenStream], expansion: TokenStream) -> TokenStream {
    let mut written = HashSet::new();
    for words in words {
        note((*words).clone(), &mut written);
    }
    settle(expansion, &written)
}

/// A word and its place, as far as spans can be compared.
type Word = (String, String);

fn word(token: &TokenTree) -> Word {
    (token.to_string(), format!("{:?}", token.span().resolved_at(Span::call_site())))
}

fn note(tokens: TokenStream, written: &mut HashSet<Word>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => note(group.stream(), written),
            other => drop(written.insert(word(&other))),
        }
    }
}

fn settle(tokens: TokenStream, written: &HashSet<Word>) -> TokenStream {
    tokens::each(tokens, &mut |mut token| match &token {
        TokenTree::Group(group) => {
            let mut settled = Group::new(group.delimiter(), settle(group.stream(), written));
            settled.set_span(group.span());
            settled.into()
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) if !written.contains(&word(&token)) => {
            token.set_span(Span::call_site().resolved_at(token.span()));
            token
        }
        _ => token,
    })
}

/// A function that uses the arguments that the path names, where the path names them.
pub(crate) fn captures(args: &TokenStream, item: &TokenStream) -> TokenStream {
    let path = args.clone().into_iter().find_map(|token| syn::parse2::<LitStr>(token.into()).ok());
    let (Some(path), Ok(handler)) = (path, syn::parse2::<ItemFn>(item.clone())) else {
        return TokenStream::new();
    };
    let (text, span) = (path.value(), path.span());
    let names = handler.sig.inputs.iter().filter_map(name).filter(|name| captures_it(&text, name));
    let used = names.cloned().map(|mut name| {
        name.set_span(span.resolved_at(name.span()));
        name
    });
    let (generics, inputs) = (&handler.sig.generics, &handler.sig.inputs);
    let bounds = &generics.where_clause;
    quote! {
        const _: () = {
            fn captures #generics(#inputs) #bounds {
                #(let _ = &#used;)*
            }
        };
    }
}

fn name(input: &FnArg) -> Option<&Ident> {
    match input {
        FnArg::Typed(argument) => match &*argument.pat {
            Pat::Ident(pattern) => Some(&pattern.ident),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}

/// Whether a `{name}`, a `{*name}` or a `{name = 10}` is in the path.
fn captures_it(path: &str, name: &Ident) -> bool {
    let name = name.to_string();
    let name = name.trim_start_matches("r#").trim_start_matches('_');
    path.split('{').skip(1).any(|after| {
        let rest = after.trim_start_matches('*').strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(['}', '?', ' ', '=']))
    })
}
