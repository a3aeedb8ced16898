//! `#[derive(Problem)]`: parse → validate → expand, or fallback.

mod attr;
mod bounds;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "contract")]
mod document;
mod expand;
mod fallback;
mod judge;
mod model;
#[cfg(not(all(feature = "contract", feature = "client")))]
mod off;
mod options;
pub(crate) mod quick;
mod roles;
mod template;
mod validate;

#[cfg(not(feature = "client"))]
use off::client;
#[cfg(not(feature = "contract"))]
use off::document;
use proc_macro2::TokenStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Path, Token};

use crate::errors::Errors;
use crate::root::derive_root;

/// The impls of a problem type, or all that is wrong with it; `root` is the path of `fingerpost`, unless one is written.
pub(crate) fn expand(root: &TokenStream, input: TokenStream) -> TokenStream {
    let parsed = syn::parse2(input).and_then(|mut input: DeriveInput| {
        let root = derive_root(root, "problem", &mut input.attrs)?;
        Ok((root, input))
    });
    let (root, input) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error(),
    };
    if let Some(again) = input.attrs.iter().find_map(derived_again) {
        let message = "`Problem` is derived twice\nhelp: remove one";
        return syn::Error::new_spanned(again, message).into_compile_error();
    }
    let mut errors = Errors::new();
    let model = validate::validate(&input, &mut errors);
    match errors.finish() {
        Ok(()) if model.is_misspelt => fallback::fallback(&root, &input, &TokenStream::new()),
        Ok(()) => expand::expand(&root, &model),
        Err(error) => fallback::fallback(&root, &input, &error.to_compile_error()),
    }
}

/// `Problem` in a `#[derive(…)]` below this one, which writes the impls.
fn derived_again(attr: &Attribute) -> Option<Path> {
    if !attr.path().is_ident("derive") {
        return None;
    }
    let paths = attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok()?;
    paths.into_iter().find(|path| {
        let words: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        matches!(&*words, [.., krate, name] if krate == "fingerpost" && name == "Problem")
            || path.is_ident("Problem")
    })
}
