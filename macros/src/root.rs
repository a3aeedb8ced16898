//! Where the user's crate finds fingerpost, whatever it calls the dependency.

use proc_macro_crate::{FoundCrate, crate_name};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

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
