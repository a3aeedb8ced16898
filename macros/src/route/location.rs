//! `Location`: the link that an answer carries, made from the success and the captures.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;

use super::glue::{glue, shown};
use super::model::{Endpoint, Kind, Location, Source};

/// The handler has consumed its arguments: a capture that `location` names is read again.
pub(super) fn captured_again(at: usize, name: &Ident, endpoint: &Endpoint) -> TokenStream {
    let argument = &endpoint.arguments[at];
    let Source::Capture { index, kind } = &argument.source else { return TokenStream::new() };
    let ty = &argument.ty;
    match kind {
        Kind::Str | Kind::Cow => glue!(let #name = __fingerpost::capture_text(request, #index);),
        _ => {
            let expected = shown(ty);
            glue!(let #name = <#ty as __fingerpost::Parameter>::capture(request, #index, #expected)?;)
        }
    }
}

/// That a link gives all the parameters without which there is no path.
pub(super) fn link_proof(location: &Location) -> TokenStream {
    let handler = &location.handler;
    let given = location.values.iter().map(|(name, _)| super::signature::plain(name));
    quote_spanned! {location.parentheses=>
        const _: () = __fingerpost::check::link(<#handler as __fingerpost::Linked<'static>>::PARAMETERS, &[#(#given),*]);
    }
}

/// The path of the handler that `location` names, with its parameters by name.
pub(super) fn link_to(location: &Location) -> TokenStream {
    let handler = &location.handler;
    let link = glue!(<#handler as __fingerpost::Linked<'_>>);
    if location.values.is_empty() {
        return glue!(#link::link(__fingerpost::core::default::Default::default()));
    }
    // A `match` keeps what the values borrow alive until the path is made.
    let values = location.values.iter().map(|(_, value)| quote_spanned!(value.span()=> &(#value)));
    let locals: Vec<Ident> = location
        .values
        .iter()
        .enumerate()
        .map(|(at, (_, value))| {
            format_ident!("value_{at}", span = value.span().resolved_at(Span::mixed_site()))
        })
        .collect();
    let sets = location.values.iter().zip(&locals).map(|((name, value), local)| {
        let some = quote_spanned!(value.span()=> __fingerpost::core::option::Option::Some(#local));
        glue!(values.#name = #some;)
    });
    glue! {{
        match (#(#values,)*) {
            (#(#locals,)*) => {
                let mut values: #link::Values = __fingerpost::core::default::Default::default();
                #(#sets)*
                #link::link(values)
            }
        }
    }}
}
