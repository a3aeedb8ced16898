//! What the impls ask of a generic type's parameters: that fields of them can be shown, sent or logged.

use std::mem;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Generics, Ident, Type, WherePredicate, parse_quote};

use super::model::{Detail, Kind, ProblemType};

/// The type's generics with those bounds; a type without parameters has none.
pub(super) fn bounded(root: &TokenStream, model: &ProblemType) -> Generics {
    let mut generics = model.generics.clone();
    let parameters: Vec<Ident> = generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    if parameters.is_empty() {
        return generics;
    }
    let predicates = predicates(root, model, &parameters);
    generics.make_where_clause().predicates.extend(predicates);
    generics
}

/// What is asked may be what the type asks itself, which Clippy would have said once.
pub(super) fn may_repeat(generics: &Generics) -> Option<TokenStream> {
    let is_generic = generics.type_params().next().is_some();
    is_generic.then(|| quote!(#[cfg_attr(clippy, allow(clippy::trait_duplication_in_bounds))]))
}

fn predicates(root: &TokenStream, model: &ProblemType, parameters: &[Ident]) -> Vec<WherePredicate> {
    let mut found: Vec<WherePredicate> = Vec::new();
    for variant in &model.variants {
        let mut ask = |field: usize, bound: TokenStream| {
            let ty = &variant.fields[field].ty;
            if mentions(ty, parameters) {
                found.push(parse_quote!(#ty: #bound));
            }
        };
        let own = match &variant.kind {
            Kind::Transparent(field) => {
                ask(*field, quote!(#root::__private::ProblemSet));
                continue;
            }
            Kind::Own(own) => own,
        };
        for argument in own.arguments() {
            for formatting in &argument.traits {
                let formatting = format_ident!("{formatting}");
                ask(argument.field, quote!(::core::fmt::#formatting));
            }
        }
        for (_, field) in &own.members {
            ask(*field, quote!(#root::__private::Serialize));
        }
        if let Some(field) = own.source {
            ask(field, quote!(::core::convert::Into<#root::__private::BoxError>));
        }
        if matches!(own.detail, Detail::Display(_)) {
            found.push(parse_quote!(Self: ::core::fmt::Display));
        }
    }
    found
}

/// Whether one of these begins a path in it.
pub(super) fn mentions(ty: &Type, parameters: &[Ident]) -> bool {
    is_mentioned(ty.to_token_stream(), parameters)
}

fn is_mentioned(tokens: TokenStream, parameters: &[Ident]) -> bool {
    let mut is_further = false;
    tokens.into_iter().any(|token| {
        let begins =
            !mem::replace(&mut is_further, matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ':'));
        match token {
            TokenTree::Ident(name) => begins && parameters.contains(&name),
            TokenTree::Group(group) => is_mentioned(group.stream(), parameters),
            _ => false,
        }
    })
}
