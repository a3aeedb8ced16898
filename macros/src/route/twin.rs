//! The twin: the type that has the handler's name.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::Visibility;

use super::lints;

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
    quote! {
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
