//! Where the user's crate finds fingerpost, whatever it calls the dependency.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;
use syn::parse::ParseStream;

use crate::manifest;

/// The path to the crate: `::fingerpost`, or the name that the user's Cargo.toml gives it.
pub(crate) fn root() -> TokenStream {
    match manifest::name() {
        Some(name) => {
            let name = Ident::new(&name, Span::call_site());
            quote!(::#name)
        }
        // Its own examples and tests name it as everyone does; and where no Cargo.toml tells, so do all.
        None => quote!(::fingerpost),
    }
}

/// Where generated code finds what it uses.
pub(crate) fn door() -> TokenStream {
    let root = root();
    quote!(#root::__private)
}

/// Where generated code finds what it uses, and where it calls macros.
pub(crate) struct Doors {
    pub(crate) door: TokenStream,
    pub(crate) macros: TokenStream,
}

impl Doors {
    /// The usual ones, unless one is written.
    pub(crate) fn of(written: Option<&TokenStream>) -> Self {
        Self { door: written.cloned().unwrap_or_else(door), macros: macros(written.is_some()) }
    }
}

/// Where generated code calls macros. An import does not resolve while the compiler looks for an attribute or a derive that is
/// not there, and macros are called then already: so this is the whole path, unless the user wrote one, which is said once to
/// be wrong.
pub(crate) fn macros(is_written: bool) -> TokenStream {
    if is_written { quote!(__fingerpost) } else { door() }
}

/// Its import, which stands where the user wrote it, if it was written.
pub(crate) fn import(door: &TokenStream) -> TokenStream {
    let last = door.clone().into_iter().last();
    let span = last.map_or_else(Span::call_site, |last| last.span().resolved_at(Span::call_site()));
    quote_spanned!(span=> use #door as __fingerpost;)
}

/// Where it finds it behind `crate =`: under a name that tells the user what is missed where the path is wrong.
pub(crate) fn written_door(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let start = input.span();
    let message = "`crate` is the path of fingerpost, without quotes\nhelp: `crate = path::to::fingerpost`";
    let path = input.call(Path::parse_mod_style).map_err(|_| syn::Error::new(start, message))?;
    let last = path.segments.last().map_or(start, |last| last.ident.span());
    Ok(quote_spanned!(last=> #path::fingerpost_macros))
}
