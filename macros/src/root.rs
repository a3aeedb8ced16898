//! Where the user's crate finds fingerpost, whatever it calls the dependency.

use proc_macro_crate::{FoundCrate, crate_name};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Path;
use syn::parse::ParseStream;

/// The path to the crate: `::fingerpost`, or the name that the user's Cargo.toml gives it.
pub(crate) fn root() -> TokenStream {
    match crate_name("fingerpost") {
        Ok(FoundCrate::Name(name)) => {
            let name = Ident::new(&name, Span::call_site());
            quote!(::#name)
        }
        // Its own examples and tests name it as everyone does; and where no Cargo.toml tells, so do all.
        Ok(FoundCrate::Itself) | Err(_) => quote!(::fingerpost),
    }
}

/// What stands behind `crate =`.
pub(crate) fn written(input: ParseStream<'_>) -> syn::Result<Path> {
    let start = input.span();
    let message = "`crate` is the path of fingerpost, without quotes\nhelp: `crate = path::to::fingerpost`";
    input.call(Path::parse_mod_style).map_err(|_| syn::Error::new(start, message))
}
