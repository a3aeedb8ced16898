//! After a mistake: the errors, the untouched function, and a stub of its twin, so that nothing else turns red.

use proc_macro2::TokenStream;
use quote::quote;

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
    let function = without_routes(item, handler);
    if handler.signature.inputs.iter().any(|input| matches!(input, syn::FnArg::Receiver(_))) {
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

/// A second route on the function would make a second twin.
fn without_routes(item: &TokenStream, handler: &Handler) -> TokenStream {
    if !handler.attrs.iter().any(is_route) {
        return item.clone();
    }
    let attrs = handler.attrs.iter().filter(|attr| !is_route(attr));
    let (vis, signature, body) = (&handler.vis, &handler.signature, &handler.body);
    quote!(#(#attrs)* #vis #signature #body)
}
