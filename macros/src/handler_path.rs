//! The path that names a handler or a table: `posts::get_post`, and nothing more.

use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Error, ExprPath, Path};

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
