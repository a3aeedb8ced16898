//! After a mistake: the errors, the untouched function, and a stub of its twin, so that nothing else turns red.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{FnArg, parse_quote};

use super::arguments::is_unsized_text;
use super::signature::{Handler, is_route};

/// The item was no function: the errors beside it as it was.
pub(super) fn untouched(errors: &Option<syn::Error>, item: &TokenStream) -> TokenStream {
    let errors = errors.as_ref().map(syn::Error::to_compile_error);
    quote!(#errors #item)
}

/// The function as it was, and a twin that tables accept and that links to nowhere.
pub(super) fn stub(
    root: &TokenStream,
    errors: &Option<syn::Error>,
    item: &TokenStream,
    handler: &Handler,
) -> TokenStream {
    let errors = errors.as_ref().map(syn::Error::to_compile_error);
    let function = repaired(item, handler);
    if handler.signature.inputs.iter().any(|input| matches!(input, FnArg::Receiver(_))) {
        // A method: items cannot stand beside it.
        return quote!(#function #errors);
    }
    let (vis, name) = (&handler.vis, handler.name());
    quote! {
        #errors

        #[allow(dead_code)]
        #function

        #[allow(dead_code, non_camel_case_types, clippy::all, clippy::pedantic)]
        #[doc(hidden)]
        #vis enum #name {}

        #[allow(dead_code, unused, non_camel_case_types, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root::__private as __fingerpost;

            impl #name {
                pub fn path() -> __fingerpost::Stub {
                    __fingerpost::Stub
                }
            }

            impl __fingerpost::Endpoint for #name {
                const ROUTE: &'static __fingerpost::RouteInfo = __fingerpost::STUB;
                const ID: __fingerpost::RouteId = __fingerpost::RouteId::new("", "");

                async fn call(_: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
                    __fingerpost::core::result::Result::Ok(())
                }
            }

            impl<__S> __fingerpost::RunsWith<__S, ()> for #name {}
        };
    }
}

/// The function without what would be a second mistake: a second route on it would make a second twin, and the compiler
/// has its own word for an argument that is a `str`.
fn repaired(item: &TokenStream, handler: &Handler) -> TokenStream {
    let is_text = |input: &FnArg| matches!(input, FnArg::Typed(argument) if is_unsized_text(&argument.ty));
    if !handler.attrs.iter().any(is_route) && !handler.signature.inputs.iter().any(is_text) {
        return item.clone();
    }
    let attrs = handler.attrs.iter().filter(|attr| !is_route(attr));
    let (vis, mut signature, body) = (&handler.vis, handler.signature.clone(), &handler.body);
    for input in &mut signature.inputs {
        if let FnArg::Typed(argument) = input
            && is_unsized_text(&argument.ty)
        {
            let ty = &argument.ty;
            *argument.ty = parse_quote!(&#ty);
        }
    }
    quote!(#(#attrs)* #vis #signature #body)
}
