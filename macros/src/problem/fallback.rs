//! After a mistake: the errors, but those that the compiler tells itself, and impls of nothing much, so that nothing else turns red.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Field};

use super::client;
use super::document;
use super::validate::writes_no_from;

pub(super) fn fallback(root: &TokenStream, input: &DeriveInput, errors: &TokenStream) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, where_) = input.generics.split_for_impl();
    let from = from_impls(input);
    let document = document::stub(root, input);
    let client = client::stub(root, input);
    quote! {
        #errors

        #[automatically_derived]
        impl #generics #root::__private::IntoProblem for #ident #arguments #where_ {
            fn into_problem(self) -> #root::__private::Problem {
                #root::__private::Problem::new(500u16)
            }
        }

        #[automatically_derived]
        impl #generics #root::__private::Responder for #ident #arguments #where_ {
            const FACTS: #root::__private::Facts = #root::__private::Facts::new().own_status(500u16);

            fn respond(self, _: &mut #root::__private::Response) {}
        }

        #document
        #client

        #from
    }
}

/// The conversions that `?` relies on elsewhere.
fn from_impls(input: &DeriveInput) -> TokenStream {
    if writes_no_from(input) {
        return TokenStream::new();
    }
    let fields: Vec<&Field> = match &input.data {
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Union(_) => Vec::new(),
    };
    let ident = &input.ident;
    let (generics, arguments, where_) = input.generics.split_for_impl();
    let mut taken: Vec<String> = Vec::new();
    let mut impls = TokenStream::new();
    for Field { ty, attrs, .. } in fields {
        let written = ty.to_token_stream().to_string();
        if !attrs.iter().any(|attribute| attribute.path().is_ident("from")) || taken.contains(&written) {
            continue;
        }
        taken.push(written);
        impls.extend(quote! {
            #[automatically_derived]
            impl #generics ::core::convert::From<#ty> for #ident #arguments #where_ {
                fn from(_: #ty) -> Self {
                    loop {}
                }
            }
        });
    }
    impls
}
