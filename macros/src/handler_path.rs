//! The path that names a handler or a table: `posts::get_post`, and nothing more.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Error, ExprPath, Path, Token};

/// Parses it; `expected` says what it names.
pub(crate) fn parse(input: ParseStream<'_>, expected: &str) -> syn::Result<Path> {
    let start = input.span();
    let Ok(ExprPath { qself: None, path, .. }) = input.parse::<ExprPath>() else {
        return Err(Error::new(start, expected));
    };
    if let Some(arguments) =
        path.segments.iter().map(|segment| &segment.arguments).find(|arguments| !arguments.is_none())
    {
        return Err(Error::new_spanned(arguments, "a handler is not generic\nhelp: remove this"));
    }
    if let Some(last) = path.segments.last()
        && ["self", "super", "crate"].iter().any(|word| last.ident == word)
    {
        return Err(Error::new(last.span(), expected));
    }
    Ok(path)
}

/// The module before `::path`, where it may as well be a handler, and what is named its function.
fn before_path(path: &Path) -> Option<Path> {
    let mut before = path.clone();
    let last = before.segments.pop()?;
    before.segments.pop_punct();
    let owner = before.segments.last()?;
    let is_module = ["self", "super", "crate"].iter().any(|word| owner.ident == word);
    (last.ident == "path" && !is_module).then_some(before)
}

/// Whether a path may name the function `path` of a handler rather than a handler of that name.
pub(crate) fn may_be_the_function(path: &Path) -> bool {
    before_path(path).is_some()
}

/// An alias of the handler or table that is named.
///
/// `get_post::path` is the function that makes a handler's path, unless `get_post` is a module and has a handler of the
/// name. Only the compiler knows. So `path` is looked up among the names of `get_post`, of which a handler has none, and
/// if it is not there it is found around them, as something that is no handler.
pub(crate) fn alias(door: &TokenStream, alias: &Ident, path: &Path) -> TokenStream {
    let Some(before) = before_path(path) else { return quote!(type #alias = #path;) };
    let tag = format_ident!("{alias}Path");
    let all: Token![*] = Default::default();
    quote! {
        struct #tag;

        #[allow(unused_imports)]
        const _: () = {
            use #door::no_handler::path;

            const _: () = {
                use #before::#all;

                impl #door::Named for #tag {
                    type Type = path;
                }
            };
        };

        type #alias = <#tag as #door::Named>::Type;
    }
}
