//! What the API document shows of a problem type: its variants, with the schemas of their extension members.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, WherePredicate, parse_quote};

use super::bounds;
use super::model::{Kind, ProblemType};

/// The impl; nothing where no capability reads it.
pub(super) fn document(private: &TokenStream, model: &ProblemType, generics: &Generics) -> TokenStream {
    let ident = &model.ident;
    let (bounds, listed): (Vec<TokenStream>, Vec<TokenStream>) = held(private, model).into_iter().unzip();
    let mut generics = generics.clone();
    // What holds for any lifetime is not asked before a document is.
    generics
        .make_where_clause()
        .predicates
        .extend(bounds.iter().map(|bound| -> WherePredicate { parse_quote!(for<'__d> #bound) }));
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
                    #private::describe_problems::<Self>(schemas, &[#(#listed),*])
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

/// The extension members and the problems of transparent variants, in the order of the variants: what is asked of each, and
/// what describes it.
fn held(private: &TokenStream, model: &ProblemType) -> Vec<(TokenStream, TokenStream)> {
    let mut held = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(field) => {
                let ty = &variant.fields[*field].ty;
                held.push((quote!(#ty: #private::DescribeResponse), quote!(#private::flattened::<#ty>)));
            }
            Kind::Own(own) => held.extend(own.members.iter().map(|(_, field)| {
                let ty = &variant.fields[*field].ty;
                (quote!(#ty: #private::HasSchema), quote!(#private::member_of::<#ty>))
            })),
        }
    }
    held
}
