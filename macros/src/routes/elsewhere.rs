//! What people write in a table who come from elsewhere: lists, imports, macros, prefixes behind.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{LitStr, Path, Token, token};

use super::parse::shown;

const NAMED: &str = "help: give it a name, `routes! { pub table = [list, create] }` beside the handlers, and use that: `\"/posts\" => table`";

/// `"/api" => [list]`: a table within a table has a name.
pub(super) fn reject_list(input: ParseStream<'_>) -> syn::Result<()> {
    if !input.peek(token::Bracket) && !input.peek(token::Brace) && !input.peek(token::Paren) {
        return Ok(());
    }
    let list: TokenTree = input.parse()?;
    Err(syn::Error::new_spanned(list, format!("a list within a table is a table of its own\n{NAMED}")))
}

/// `posts::{list, create}` and `posts::*`, as a `use` has them.
pub(super) fn reject_import(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    while ahead.call(Ident::parse_any).is_ok() && ahead.parse::<Token![::]>().is_ok() {
        if ahead.peek(token::Brace) || ahead.peek(Token![*]) {
            let several: TokenTree = ahead.parse()?;
            let message = "a table names each of its handlers\nhelp: `routes![posts::list, posts::create]`, or a table in that module: `\"/posts\" => posts::table`";
            return Err(syn::Error::new_spanned(several, message));
        }
    }
    Ok(())
}

/// A handler as other frameworks take it, without a name.
pub(super) fn reject_closure(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    ahead.parse::<Option<Token![async]>>()?;
    ahead.parse::<Option<Token![move]>>()?;
    if ahead.peek(Token![|]) || ahead.peek(Token![||]) {
        return Err(input.error("a handler is a function with a name, on which its route stands\nhelp: `#[get(\"/path\")]` on a function, and its name here"));
    }
    Ok(())
}

/// What follows the first name where a prefix should have stood before it, or a table should have had a name.
pub(super) fn reject_prefix_behind(path: &Path, input: ParseStream<'_>) -> syn::Result<()> {
    let name = shown(path);
    if input.peek(Token![!]) {
        input.parse::<Token![!]>()?;
        let arguments: TokenTree = input.parse()?;
        let message = if input.peek(Token![=>]) {
            "a prefix is a string literal, known before any macro is called\nhelp: `\"/api\" => table`"
                .to_owned()
        } else {
            format!("a table within a table has a name\n{NAMED}")
        };
        let call = quote!(#path! #arguments);
        return Err(syn::Error::new_spanned(call, message));
    }
    if input.peek(Token![=>]) || input.peek(Token![->]) {
        // An arrow is two tokens.
        let prefix = input.parse::<TokenStream>()?.into_iter().nth(2);
        let message = match prefix.map(|token| syn::parse2::<LitStr>(token.into())) {
            Some(Ok(prefix)) => {
                format!("a prefix stands before the arrow\nhelp: `\"{}\" => {name}`", prefix.value())
            }
            _ => "a prefix is a string literal\nhelp: `\"/api\" => table`".to_owned(),
        };
        return Err(syn::Error::new_spanned(path, message));
    }
    Ok(())
}

/// Whether a path is the name of a method, as axum calls it around a handler.
pub(super) fn is_shorthand(path: &Path) -> bool {
    const SHORTHANDS: [&str; 7] = ["get", "post", "put", "patch", "delete", "head", "options"];
    path.get_ident().is_some_and(|name| SHORTHANDS.iter().any(|shorthand| name == shorthand))
}
