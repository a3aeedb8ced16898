//! A problem type: its texts stand where its fields have their names.

use std::cell::RefCell;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Meta};

/// The expansion of `#[derive(Problem)]` as rust-analyzer is shown it.
pub(crate) fn shown(input: TokenStream, expansion: TokenStream) -> TokenStream {
    let texts = syn::parse2::<DeriveInput>(input).ok().map(|input| texts(&input));
    let expansion = without_texts(expansion);
    quote!(#texts #expansion)
}

/// The texts in our own code stand elsewhere: what they name there is ours.
fn without_texts(expansion: TokenStream) -> TokenStream {
    crate::tokens::each(expansion, &mut |mut token| match &token {
        TokenTree::Group(group) => {
            let mut without = proc_macro2::Group::new(group.delimiter(), without_texts(group.stream()));
            without.set_span(group.span());
            without.into()
        }
        TokenTree::Literal(_) => {
            token.set_span(proc_macro2::Span::call_site());
            token
        }
        _ => token,
    })
}

fn texts(input: &DeriveInput) -> TokenStream {
    let name = super::settled(&[], quote::ToTokens::to_token_stream(&input.ident));
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let variants: Vec<(TokenStream, &[Attribute], &Fields)> = match &input.data {
        Data::Struct(data) => vec![(name.clone(), &input.attrs, &data.fields)],
        Data::Enum(data) => {
            let named = data.variants.iter().map(|variant| {
                let variant_name = super::settled(&[], quote::ToTokens::to_token_stream(&variant.ident));
                (quote!(#name::#variant_name), &variant.attrs[..], &variant.fields)
            });
            named.collect()
        }
        Data::Union(_) => return TokenStream::new(),
    };
    let arms = variants.iter().filter_map(|(variant, attrs, fields)| {
        let Fields::Named(fields) = fields else { return None };
        let names: Vec<&Ident> = fields.named.iter().filter_map(|field| field.ident.as_ref()).collect();
        let texts: Vec<Literal> = attrs.iter().flat_map(literals).collect();
        let used = RefCell::new(Vec::new());
        let formats: Vec<TokenStream> = texts
            .iter()
            .filter_map(|text| {
                let is_field = |name: &str| {
                    let field = names.iter().find(|field| **field == name)?;
                    used.borrow_mut().push(*field);
                    Some(())
                };
                super::route::formatted(text, &mut { is_field })
            })
            .collect();
        let used = used.into_inner();
        // The field by its name is ours, what it is bound to stands at its place.
        let fields = names.iter().filter(|name| used.contains(name)).map(|name| {
            let field = format_ident!("{name}");
            quote!(#field: #name,)
        });
        Some(quote!(#variant { #(#fields)* .. } => { #(#formats)* }))
    });
    let arms: Vec<TokenStream> = arms.collect();
    quote! {
        const _: () = {
            fn words #generics(problem: &#name #arguments) #bounds {
                match problem {
                    #(#arms)*
                    _ => {}
                }
            }
        };
    }
}

/// The texts that stand in a `#[problem(…)]`, in this attribute's own brackets.
fn literals(attr: &Attribute) -> Vec<Literal> {
    let Meta::List(list) = &attr.meta else { return Vec::new() };
    let is_text =
        |token: &TokenTree| matches!(token, TokenTree::Literal(text) if text.to_string().starts_with('"'));
    let texts =
        list.tokens.clone().into_iter().filter(|token| list.path.is_ident("problem") && is_text(token));
    texts
        .filter_map(|token| match token {
            TokenTree::Literal(text) => Some(text),
            _ => None,
        })
        .collect()
}
