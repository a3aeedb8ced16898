//! A route that is declared alone, `fn get_post(id: u64) -> Json<Post>;`: its twin, for a client to call.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Attribute, Type};

use super::expand::{declared_route, types};
use super::link;
use super::model::{Endpoint, Source};
use super::proofs::status_constant;
use super::request::request;
use super::signature::Handler;
use super::twin::with_items;
use crate::root::Doors;

/// The twin in place of the function, which is none without a body.
pub(super) fn expand(doors: &Doors, endpoint: &Endpoint, handler: &Handler) -> TokenStream {
    let door = &doors.door;
    let Endpoint { name, twin, vis, conditions, deprecated, macros, .. } = endpoint;
    let docs: Vec<&Attribute> = handler.attrs.iter().filter(|attr| attr.path().is_ident("doc")).collect();
    let said = format!("The route `{} {}`.", endpoint.methods.join(" | "), endpoint.pattern.text);
    let said = docs.is_empty().then(|| quote!(#[doc = #said]));
    let import = crate::root::import(door);
    let status = status_constant(endpoint);
    let types = types(endpoint);
    let declared = declared_route(endpoint);
    let route = quote!(&__ROUTE);
    let path = link::path_function(endpoint, Some(&route), &mut String::new());
    let request = request(endpoint, &route, false);
    let written = written(endpoint, handler);
    // What mounts it or links to it has nobody to call: the declaration says so, where it has no body.
    // The compiler shows the name of the constant that fails, which is one in a function of the handler's name; a function that
    // is generic, since one in any other is evaluated where it is declared.
    let unanswered = quote_spanned! {name.span()=>
        const fn #name<T>() -> __fingerpost::Keys {
            const { __fingerpost::check::declared_alone() }
        }
    };
    let item = quote! {
        #(#conditions)*
        #(#docs)*
        #said
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::restriction)]
        #vis enum #name {}
    };
    let beside = quote! {
        #(#conditions)*
        #[allow(dead_code, deprecated, unused_imports, unused_qualifications, non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic)]
        const _: () = {
            #import
            use __fingerpost::OtherwiseNot as _;

            type #twin = #name;

            #status
            #types

            static __ROUTE: __fingerpost::RouteInfo =
                __fingerpost::RouteInfo { deprecated: #deprecated, ..#declared };

            #path

            #request
            #written

            #macros::served! {
                #unanswered

                impl __fingerpost::Endpoint for #name {
                    const KEYS: __fingerpost::Keys = #name::<()>();
                    const PARAMETERS: &'static [(&'static str, bool)] = __fingerpost::check::ANY_PARAMETERS;
                }

                impl<State_> __fingerpost::RunsWith<State_, ()> for #name {}
            }
        };
    };
    with_items(doors, &handler.vis, handler.place(), item, beside)
}

/// The types that nothing else names, so that their imports are used: those of text, `Option` and `Vec` of the path.
fn written(endpoint: &Endpoint, handler: &Handler) -> Option<TokenStream> {
    let is_named = |source: &Source| matches!(source, Source::Capture { .. } | Source::Query { .. });
    let types = endpoint.arguments.iter().zip(&handler.arguments);
    let types: Vec<&Type> =
        types.filter(|(argument, _)| is_named(&argument.source)).map(|(_, written)| &written.ty).collect();
    (!types.is_empty()).then(|| quote!(fn written_(#(_: #types),*) {}))
}
