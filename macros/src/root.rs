//! Where the user's crate finds fingerpost, whatever it calls the dependency.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::ParseStream;
use syn::{Attribute, Meta, Path, Token};

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
    /// The same as a text.
    pub(crate) macros_text: String,
}

impl Doors {
    /// The usual ones, unless one is written.
    pub(crate) fn of(written: Option<&TokenStream>) -> Self {
        match written {
            Some(written) => {
                Self { door: written.clone(), macros: macros(true), macros_text: "__fingerpost".to_owned() }
            }
            None => {
                let name = manifest::name();
                let name = name.as_deref().unwrap_or("fingerpost");
                let door = door();
                Self { macros: door.clone(), door, macros_text: format!("::{name}::__private") }
            }
        }
    }
}

impl Doors {
    /// Its import, unless it stands where the user wrote it.
    pub(crate) fn import_text(&self) -> Option<String> {
        let is_written = self.macros_text == "__fingerpost";
        (!is_written).then(|| format!("use {} as __fingerpost;", self.macros_text))
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
    let path = written_path(input)?;
    let last = path.segments.last().map_or(start, |last| last.ident.span());
    Ok(quote_spanned!(last=> #path::fingerpost_macros))
}

fn written_path(input: ParseStream<'_>) -> syn::Result<Path> {
    let start = input.span();
    let message = "`crate` is the path of fingerpost, without quotes\nhelp: `crate = path::to::fingerpost`";
    input.call(Path::parse_mod_style).map_err(|_| syn::Error::new(start, message))
}

/// Where a derive finds it: behind the `crate =` of an attribute of its own, `#[problem(crate = path)]`, which is taken away.
pub(crate) fn derive_root(
    usual: &TokenStream,
    helper: &str,
    attrs: &mut Vec<Attribute>,
) -> syn::Result<TokenStream> {
    let is_root = |attr: &Attribute| match &attr.meta {
        Meta::List(list) => {
            let first = list.tokens.clone().into_iter().next();
            list.path.is_ident(helper) && first.is_some_and(|word| word.to_string() == "crate")
        }
        _ => false,
    };
    let Some(at) = attrs.iter().position(is_root) else { return Ok(usual.clone()) };
    attrs.remove(at).parse_args_with(|input: ParseStream<'_>| {
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        let path = written_path(input)?;
        Ok(quote!(#path))
    })
}
