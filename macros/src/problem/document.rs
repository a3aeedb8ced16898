//! What the API document shows of a problem type: its variants, with the schemas of their extension members.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, GenericParam, Generics, parse_quote};

use super::bounds;
use super::model::{Kind, ProblemType};

/// The impl; nothing where no capability reads it.
pub(super) fn document(private: &TokenStream, model: &ProblemType, generics: &Generics) -> TokenStream {
    let ident = &model.ident;
    let members = members(private, model);
    // The lifetime keeps the bound from being asked before a document is.
    let lifetime: GenericParam = parse_quote!('__d);
    let mut generics = generics.clone();
    generics.params.insert(0, lifetime);
    generics
        .make_where_clause()
        .predicates
        .push(parse_quote!(#private::Members<'__d, #members>: #private::DescribeMembers));
    let repeats = bounds::may_repeat(&generics);
    let (impl_generics, _, where_) = generics.split_for_impl();
    let (_, arguments, _) = model.generics.split_for_impl();
    quote! {
        #private::documented! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications)]
            #repeats
            impl #impl_generics #private::DescribeResponse for #ident #arguments #where_ {
                fn describe_response(schemas: &mut #private::Schemas) -> #private::Responses {
                    #private::describe_problems::<Self, #private::Members<'__d, #members>>(schemas)
                }
            }
        }
    }
}

/// After a mistake.
pub(super) fn stub(root: &TokenStream, input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, where_) = input.generics.split_for_impl();
    quote! {
        #root::__private::documented! {
            #[automatically_derived]
            impl #generics #root::__private::DescribeResponse for #ident #arguments #where_ {
                fn describe_response(_: &mut #root::__private::Schemas) -> #root::__private::Responses {
                    ::core::default::Default::default()
                }
            }
        }
    }
}

/// The types of the extension members and the problems of transparent variants, in the order of the variants.
fn members(private: &TokenStream, model: &ProblemType) -> TokenStream {
    let mut listed = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(field) => {
                let ty = &variant.fields[*field].ty;
                listed.push(quote!(#private::Flattened<#ty>));
            }
            Kind::Own(own) => listed.extend(own.members.iter().map(|(_, field)| {
                let ty = &variant.fields[*field].ty;
                quote!(#private::Member<#ty>)
            })),
        }
    }
    listed.into_iter().rev().fold(quote!(()), |rest, first| quote!((#first, #rest)))
}
