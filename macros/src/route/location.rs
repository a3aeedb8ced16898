//! `Location`: the link that an answer carries, made from the success and the captures.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

use super::glue::glue;
use super::model::{Endpoint, Kind, Location, Source};
use super::reads::shown;
use crate::handler_path;

/// What stands for a handler with a `location`.
pub(super) const LOCATING: &str = "__Locating";

/// Stands for a handler whose link gives parameters to another's path. It is private, and so may lead to what is: a handler that
/// is `pub` may not, since the compiler would have the other be seen wherever this one is.
pub(super) fn linking(name: &str, endpoint: &Endpoint) -> (Ident, TokenStream) {
    let linking = Ident::new(name, endpoint.name.span());
    let item = quote!(enum #linking {});
    (linking, item)
}

/// The handler has consumed its arguments: a capture that `location` names is read again.
pub(super) fn captured_again(at: usize, name: &Ident, endpoint: &Endpoint) -> TokenStream {
    let argument = &endpoint.arguments[at];
    let Source::Capture { index, kind } = &argument.source else { return TokenStream::new() };
    let ty = &argument.ty;
    let value = match kind {
        Kind::Str | Kind::Cow => glue!(__fingerpost::capture_text(request, #index)),
        _ => {
            let expected = shown(ty);
            glue!(<#ty as __fingerpost::Parameter>::capture(request, #index, #expected)?)
        }
    };
    // An expression may have a variable of this name of its own.
    glue! {
        #[allow(unused_variables)]
        let #name = #value;
    }
}

/// That the link of a key gives all the parameters without which there is no path, and none that the path does not have.
pub(super) fn link_proof(key: &str, source: &Ident, location: &Location) -> TokenStream {
    let handler = &location.handler;
    let is_handler = handler_path::may_be_the_function(&location.written).then(|| {
        quote_spanned! {location.written.span()=>
            __fingerpost::check::linked_handler(#key, __fingerpost::Asked::<#handler>::IS_NO_HANDLER)
        }
    });
    let names: Vec<String> = location.values.iter().map(|(name, _)| super::signature::plain(name)).collect();
    let mut proof = quote_spanned! {location.parentheses=>
        const _: () = __fingerpost::check::link(<#handler as __fingerpost::Endpoint>::PARAMETERS, &[#(#names),*]);
    };
    if names.is_empty() {
        proof.extend(is_handler.map(|is_handler| quote!(const _: bool = #is_handler;)));
    } else {
        let named = location.values.iter().zip(&names).map(|((name, _), written)| {
            quote_spanned!(name.span()=> __fingerpost::check::named(PARAMETERS, PRINTED, #written))
        });
        let named = is_handler.into_iter().chain(named);
        // The messages show where it stands: in the key.
        let key = format_ident!("{key}");
        proof.extend(quote! {
            type __Source = #source;
            type __Target = #handler;

            const _: () = {
                const PARAMETERS: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PARAMETERS;
                const PRINTED: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PRINTED;

                #[allow(non_camel_case_types)]
                type #key = __fingerpost::Proved<{ #(#named)&* }, __Target>;

                impl __fingerpost::Linking for __Source {
                    type Target = #key;
                }
            };
        });
    }
    proof
}

/// The path of the handler that `location` names, with its parameters by name.
pub(super) fn link_to(source: &Ident, location: &Location) -> TokenStream {
    let handler = &location.handler;
    if location.values.is_empty() {
        return glue!(<#handler as __fingerpost::Endpoint>::path_alone());
    }
    // A `match` keeps what the values borrow alive until the path is made.
    let values = location.values.iter().map(|(_, value)| match value {
        Expr::Reference(reference) if reference.mutability.is_none() => quote!(#value),
        _ => quote_spanned!(value.span()=> &(#value)),
    });
    let locals: Vec<Ident> = location
        .values
        .iter()
        .enumerate()
        .map(|(at, (_, value))| {
            format_ident!("value_{at}", span = value.span().resolved_at(Span::mixed_site()))
        })
        .collect();
    let sets = location.values.iter().zip(&locals).map(|((name, value), local)| {
        // With braces, or a value of another type would be told to be an argument of `Some`.
        let some = quote_spanned!(value.span()=> __fingerpost::Some { 0: #local });
        let name = super::signature::plain(name);
        let place =
            glue!(__fingerpost::check::place(<#handler as __fingerpost::Endpoint>::PARAMETERS, #name));
        glue!(*link.value::<{ #place }>() = #some;)
    });
    glue! {{
        match (#(#values,)*) {
            (#(#locals,)*) => {
                let mut link = __fingerpost::Link::<<#source as __fingerpost::Linking>::Target, _>::new();
                #(#sets)*
                link.path()
            }
        }
    }}
}
