//! After a mistake: the errors, the untouched function, and a stub of its twin, so that nothing else turns red.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, DeriveInput, Error, FnArg, GenericParam, parse_quote};

use super::arguments::is_unsized_text;
use super::attributes;
use super::document;
use super::outputs;
use super::primitive;
use super::request;
use super::signature::{Handler, is_route, plain};
use super::twin::{is_indented, twin, with_items};
use super::validate::conditions;
use crate::editor;
use crate::root::Doors;

/// The item was no function: the errors beside it as it was. A type is named in tables all the same.
pub(super) fn untouched(doors: &Doors, error: &Error, item: &TokenStream) -> TokenStream {
    match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(ty) if ty.generics.params.is_empty() => {
            let stub = implementation(doors, Some(error), &ty.ident, &conditions(&ty.attrs));
            quote!(#item #stub)
        }
        _ => {
            let errors = error.to_compile_error();
            quote!(#errors #item)
        }
    }
}

/// The function as it was, and a twin that tables and links accept. Without an error where the compiler has told it.
pub(super) fn stub(
    doors: &Doors,
    error: Option<&Error>,
    item: &TokenStream,
    handler: &Handler,
) -> TokenStream {
    let function = if handler.is_declared_alone() && !handler.is_method() {
        TokenStream::new()
    } else {
        repaired(item, handler)
    };
    if handler.is_method() || primitive::is_name(handler.name()) || handler.name() == "__fingerpost" {
        // Items cannot stand beside a method, nor a type that hides another.
        let errors = error.map(Error::to_compile_error);
        return quote!(#function #errors);
    }
    let conditions = conditions(&handler.attrs);
    let twin = twin(&handler.vis, handler.name(), handler.place(), None);
    let implementation = implementation(doors, error, handler.name(), &conditions);
    // (An editor is shown the function where it stands without a mistake, too.)
    let allowed = (!function.is_empty() && !editor::asks()).then(|| quote!(#[allow(dead_code)]));
    let twin = quote! {
        #(#conditions)*
        #[allow(dead_code)]
        #[doc(hidden)]
        #twin
    };
    let twin = with_items(doors, &handler.vis, handler.place(), twin, implementation);
    quote! {
        #allowed
        #function

        #twin
    }
}

/// What a twin is asked for. Its `path` is the error itself: whatever it is called with and whatever is done with the
/// result, the compiler says no more.
fn implementation(
    doors: &Doors,
    error: Option<&Error>,
    name: &Ident,
    conditions: &[Attribute],
) -> TokenStream {
    let mut errors: Vec<TokenStream> =
        error.into_iter().flatten().map(|error| error.to_compile_error()).collect();
    let mistake = match errors.pop() {
        // rust-analyzer says nothing of a type that it does not know, and shows no error that stands in one.
        Some(last) if editor::asks() => {
            errors.push(last);
            quote!(__fingerpost::Unknown)
        }
        Some(last) => quote!(__fingerpost::Proved<{ #last }, ()>),
        None if editor::asks() => quote!(__fingerpost::Unknown),
        None => quote!(()),
    };
    let Doors { door, macros, .. } = doors;
    let document = document::stub(name, macros);
    let request = request::stub();
    let import = crate::root::import(door);
    let served = served(name, macros);
    quote! {
        #(#errors)*

        #(#conditions)*
        #[allow(dead_code, unused, non_upper_case_globals, clippy::all, clippy::pedantic)]
        const _: () = {
            #import

            type __Mistake = #mistake;

            impl #name {
                pub const path: __Mistake = ();
                #request
            }

            #served
            #document
        };
    }
}

/// What tables and links ask of it, where there are any.
fn served(name: &Ident, macros: &TokenStream) -> TokenStream {
    if !cfg!(feature = "server") {
        return TokenStream::new();
    }
    let shown = plain(name);
    let names = editor::asks().then(|| quote!(impl __fingerpost::Named for #name { type Type = __Mistake; }));
    quote! {
        impl __fingerpost::Endpoint for #name {
            const ROUTE: &'static __fingerpost::RouteInfo = &__fingerpost::RouteInfo {
                name: #shown,
                module: #macros::core::module_path!(),
                file: #macros::core::file!(),
                line: #macros::core::line!(),
                path: "/",
                ..__fingerpost::RouteInfo::EMPTY
            };
            const PARAMETERS: &'static [(&'static str, bool)] = __fingerpost::check::ANY_PARAMETERS;
        }

        impl<State_> __fingerpost::RunsWith<State_, ()> for #name {}

        impl __fingerpost::Linked<__Mistake> for #name {}

        #names
    }
}

/// The function without what would be a second mistake: a second route on it would make a second twin, and the compiler
/// has its own word for what has no size.
fn repaired(item: &TokenStream, handler: &Handler) -> TokenStream {
    let is_text = |input: &FnArg| matches!(input, FnArg::Typed(argument) if is_unsized_text(&argument.ty));
    let output = handler.output().and_then(outputs::repaired);
    let is_unread = |attr: &Attribute| attributes::is_unread(attr, handler);
    let has_unread =
        |input: &FnArg| matches!(input, FnArg::Typed(argument) if argument.attrs.iter().any(is_unread));
    // The compiler refuses `self` outside of an `impl` too. It stands in one where the function is indented.
    let has_self = !is_indented(&handler.vis, handler.place().0)
        && handler.signature.inputs.iter().any(|input| matches!(input, FnArg::Receiver(_)));
    if has_self {
        return without_self(handler);
    }
    let has_default =
        |parameter: &GenericParam| matches!(parameter, GenericParam::Type(ty) if ty.default.is_some());
    if !handler.attrs.iter().any(is_route)
        && !handler.signature.inputs.iter().any(|input| is_text(input) || has_unread(input))
        && !handler.signature.generics.params.iter().any(has_default)
        && output.is_none()
    {
        return item.clone();
    }
    let attrs = handler.attrs.iter().filter(|attr| !is_route(attr));
    let (vis, mut signature, body) = (&handler.vis, handler.signature.clone(), &handler.body);
    for parameter in &mut signature.generics.params {
        if let GenericParam::Type(ty) = parameter {
            ty.default = None;
        }
    }
    for input in &mut signature.inputs {
        if let FnArg::Typed(argument) = input {
            argument.attrs.retain(|attr| !is_unread(attr));
        }
        if let FnArg::Typed(argument) = input
            && is_unsized_text(&argument.ty)
        {
            let ty = &argument.ty;
            *argument.ty = parse_quote!(&#ty);
        }
    }
    let imported = output.map(|(output, imported)| {
        signature.output = parse_quote!(-> #output);
        imported
    });
    quote!(#(#attrs)* #vis #signature #body #imported)
}

/// A free function with `self` as one without, and without a body that needs it.
fn without_self(handler: &Handler) -> TokenStream {
    let (attrs, vis, mut signature) = (&handler.attrs, &handler.vis, handler.signature.clone());
    signature.inputs =
        signature.inputs.into_iter().filter(|input| !matches!(input, FnArg::Receiver(_))).collect();
    quote!(#[allow(unused)] #(#attrs)* #vis #signature { loop {} })
}
