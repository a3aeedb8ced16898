//! The twin: the type that has the handler's name.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::Visibility;

use super::lints;
use crate::root::Doors;
use crate::tokens;

/// `enum get_post {}`, from where the function begins to where its body ends.
///
/// A name that is taken is taken twice then, by the function and by the type, and the compiler, which looks at where an item
/// stands, says it once. What else it says of items at a place of the user's is not about this one; that the
/// handler is not used is said of the function.
///
/// Its parameter tells it from another of the name, so that what is implemented for the one is not said to be there already
/// for the other.
pub(super) fn twin(
    vis: &Visibility,
    name: &Ident,
    (start, body): (Span, Span),
    number: Option<&Literal>,
) -> TokenStream {
    let parameter = number.map(|number| quote!(<const ROUTE: u64 = #number>));
    let mut nothing = Group::new(Delimiter::Brace, TokenStream::new());
    nothing.set_span(body);
    let keyword = Ident::new("enum", start);
    let lints = lints::clippy_asks()
        .then(|| quote!(#[allow(clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction)]));
    let hidden = (number.is_some() && lints::rustdoc_asks()).then(|| quote!(#[doc(hidden)]));
    quote! {
        #hidden
        #lints
        #[allow(
            dead_code,
            missing_copy_implementations,
            missing_debug_implementations,
            non_camel_case_types,
            unnameable_types,
            unreachable_pub
        )]
        #vis #keyword #name #parameter #nothing
    }
}

/// The twin with the items that stand beside it.
///
/// A function in an `impl` cannot have any, which no macro is told. The compiler says so of a type there, once, and passes it over
/// with its attributes: so where a function is indented, the others come by an attribute of the type. Behind a path that the user
/// wrote, which may be wrong, they do not.
pub(super) fn with_items(
    doors: &Doors,
    vis: &Visibility,
    (start, _): (Span, Span),
    twin: TokenStream,
    items: TokenStream,
) -> TokenStream {
    let Doors { door, macros, .. } = doors;
    if is_indented(vis, start) && door.to_string() == macros.to_string() {
        quote!(#[#door::beside { #items }] #twin)
    } else {
        tokens::of_all([Some(twin), Some(items)])
    }
}

/// Whether a function does not begin its line, as one in an `impl` does not.
pub(super) fn is_indented(vis: &Visibility, start: Span) -> bool {
    let begins = match vis {
        Visibility::Public(word) => word.span,
        Visibility::Restricted(vis) => vis.pub_token.span,
        Visibility::Inherited => start,
    };
    proc_macro::is_available() && begins.unwrap().column() > 1
}
