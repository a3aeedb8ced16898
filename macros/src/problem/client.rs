//! What a client learns of a problem type: an enum of its variants, with the fields that the document carries.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{DeriveInput, GenericParam, Generics, Type};

use super::bounds::mentions;
use super::model::{Kind, Own, ProblemType, Status, Variant};

/// The enum and the impls; nothing where no client reads them.
pub(super) fn client(private: &TokenStream, model: &ProblemType) -> TokenStream {
    // What has a lifetime is not read from a document.
    let is_empty = model.generics.lifetimes().next().is_some() || model.variants.is_empty();
    let generics = kind_generics(private, model).filter(|_| !is_empty);
    let Some(generics) = generics else { return untyped(private, &model.ident, &model.generics) };
    let kind = format_ident!("{}Problem_", model.ident, span = Span::call_site());
    let told_apart = told_apart(private, model);
    let declared = kind_enum(private, model, &kind, &generics);
    let impls = impls(private, model, &kind, &generics);
    quote! {
        #private::requested! {
            #told_apart
            const _: () = {
                #[allow(unused_imports)]
                use #private::OtherwiseNot as _;
                #declared
                #impls
            };
        }
    }
}

/// The client's enum, which shows the names of its variants.
fn kind_enum(private: &TokenStream, model: &ProblemType, kind: &Ident, generics: &Generics) -> TokenStream {
    let variants = model.variants.iter().map(|variant| declared(private, model, variant));
    let names = model.variants.iter().map(|variant| name(model, variant));
    let shown = model.variants.iter().map(|variant| &variant.name);
    let (generics, arguments, where_) = generics.split_for_impl();
    quote! {
        #[allow(dead_code, missing_docs, unreachable_pub)]
        #[allow(deprecated, non_camel_case_types, private_bounds, private_interfaces, clippy::all, clippy::pedantic)]
        pub enum #kind #generics #where_ {
            #(#variants,)*
        }

        #[automatically_derived]
        impl #generics ::core::fmt::Debug for #kind #arguments #where_ {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(match self {
                    #(#kind::#names { .. } => #shown,)*
                })
            }
        }
    }
}

/// That the type tells its problems, and how they are read.
fn impls(private: &TokenStream, model: &ProblemType, kind: &Ident, kind_of: &Generics) -> TokenStream {
    // The more members a problem has, the less it can be taken for another; what may be any problem comes last.
    let mut in_order: Vec<(usize, &Variant)> = model.variants.iter().enumerate().collect();
    in_order.sort_by_key(|(_, variant)| std::cmp::Reverse(rank(variant)));
    let attempts = in_order.into_iter().map(|(at, variant)| attempt(private, model, at, variant, kind));
    let types = model.variants.iter().flat_map(member_types);
    let within = model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Own(_) => None,
        Kind::Transparent(field) => Some(within(private, model, variant, *field)),
    });
    let ident = &model.ident;
    let (_, kind_arguments, _) = kind_of.split_for_impl();
    let told_of = told_of(private, model);
    let (generics, arguments, where_) = told_of.split_for_impl();
    let read_where = where_.map(|clause| &clause.predicates);
    let is_problem = (!model.generics.params.is_empty()).then(|| quote!(Self: #private::IntoProblem,));
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics #private::TellsProblems for #ident #arguments #where_ {
            type Kind = #kind #kind_arguments;
        }

        #[automatically_derived]
        #[allow(deprecated, unused_qualifications)]
        #[cfg_attr(clippy, allow(clippy::missing_asserts_for_indexing, clippy::trait_duplication_in_bounds))]
        // What holds for any lifetime is not asked before a client calls.
        impl #generics #private::ReadProblem for #ident #arguments
        where
            #is_problem
            for<'__d> #private::Problem: #private::Distinguishes<Self>,
            #(for<'__d> #types: #private::DeserializeOwned,)*
            #(for<'__d> #within: #private::ReadProblem,)*
            #read_where
        {
            fn read(problem: &#private::Problem) -> ::core::option::Option<Self::Kind> {
                #(#attempts)*
                ::core::option::Option::None
            }
        }
    }
}

/// After a mistake.
pub(super) fn stub(root: &TokenStream, input: &DeriveInput) -> TokenStream {
    untyped(&quote!(#root::__private), &input.ident, &input.generics)
}

/// Of a type of which nothing more is known: any problem.
fn untyped(private: &TokenStream, ident: &Ident, generics: &Generics) -> TokenStream {
    let (impl_generics, arguments, where_) = generics.split_for_impl();
    quote! {
        #private::requested! {
            #[automatically_derived]
            impl #impl_generics #private::TellsProblems for #ident #arguments #where_ {
                type Kind = ();
            }

            #[automatically_derived]
            impl #impl_generics #private::ReadProblem for #ident #arguments #where_ {
                fn read(_: &#private::Problem) -> ::core::option::Option<()> {
                    ::core::option::Option::Some(())
                }
            }
        }
    }
}

fn parameters(model: &ProblemType) -> Vec<Ident> {
    model.generics.type_params().map(|parameter| parameter.ident.clone()).collect()
}

/// The generics of the type: what the problem of a parameter is, is known where the parameter says so.
fn told_of(private: &TokenStream, model: &ProblemType) -> Generics {
    let mut generics = model.generics.clone();
    let parameters = parameters(model);
    for variant in &model.variants {
        if let Kind::Transparent(field) = &variant.kind
            && let ty = &variant.fields[*field].ty
            && mentions(ty, &parameters)
        {
            generics.make_where_clause().predicates.push(syn::parse_quote!(#ty: #private::TellsProblems));
        }
    }
    generics
}

/// Those of the client's enum: it has the parameters alone that its fields mention. Nothing where these are bound by others.
fn kind_generics(private: &TokenStream, model: &ProblemType) -> Option<Generics> {
    let within = model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(field) => Some(&variant.fields[*field].ty),
        Kind::Own(_) => None,
    });
    let shown: Vec<&Type> = model.variants.iter().flat_map(member_types).chain(within).collect();
    let mut generics = told_of(private, model);
    let (kept, left_out): (Vec<GenericParam>, Vec<GenericParam>) =
        generics.params.into_iter().partition(|parameter| {
            let name = parameter_name(parameter);
            shown.iter().any(|ty| mentions(ty, std::slice::from_ref(name)))
        });
    let mentions_one = |tokens: TokenStream| {
        let text = tokens.to_string();
        let mut words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.any(|word| left_out.iter().any(|parameter| parameter_name(parameter) == word))
    };
    if kept.iter().any(|parameter| mentions_one(parameter.to_token_stream())) {
        return None;
    }
    generics.params = kept.into_iter().collect();
    if let Some(clause) = &mut generics.where_clause {
        let predicates = clause.predicates.iter().cloned();
        clause.predicates =
            predicates.filter(|predicate| !mentions_one(predicate.to_token_stream())).collect();
    }
    Some(generics)
}

fn parameter_name(parameter: &GenericParam) -> &Ident {
    match parameter {
        GenericParam::Type(parameter) => &parameter.ident,
        GenericParam::Const(parameter) => &parameter.ident,
        GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
    }
}

fn name<'m>(model: &'m ProblemType, variant: &'m Variant) -> &'m Ident {
    variant.ident.as_ref().unwrap_or(&model.ident)
}

fn rank(variant: &Variant) -> usize {
    match &variant.kind {
        Kind::Own(own) => own.members.len() + 1,
        Kind::Transparent(_) => 0,
    }
}

fn member_types(variant: &Variant) -> Vec<&Type> {
    match &variant.kind {
        Kind::Own(own) => own.members.iter().map(|(_, field)| &variant.fields[*field].ty).collect(),
        Kind::Transparent(_) => Vec::new(),
    }
}

/// What the document of a variant is known by, as far as words tell.
fn looks(own: &Own) -> (String, String, String, Vec<String>) {
    let text = |text: &Option<syn::LitStr>| text.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let status = match &own.status {
        Status::Number(number) => number.to_string(),
        Status::Const(path) => path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
    };
    let mut members: Vec<String> = own.members.iter().map(|(name, _)| name.value()).collect();
    members.sort();
    (status, text(&own.title), text(&own.type_uri), members)
}

/// Nothing where two variants look the same: the compiler says so where a client calls.
fn told_apart(private: &TokenStream, model: &ProblemType) -> TokenStream {
    let mut known = Vec::new();
    for variant in &model.variants {
        if let Kind::Own(own) = &variant.kind {
            let looks = looks(own);
            if known.contains(&looks) {
                return TokenStream::new();
            }
            known.push(looks);
        }
    }
    let ident = &model.ident;
    let (generics, arguments, where_) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics #private::Distinguishes<#ident #arguments> for #private::Problem #where_ {}
    }
}

/// The variant of the client's enum. A field has the name that it has here, or else its place.
fn declared(private: &TokenStream, model: &ProblemType, variant: &Variant) -> TokenStream {
    let name = name(model, variant);
    let own = match &variant.kind {
        Kind::Transparent(field) => {
            let within = within(private, model, variant, *field);
            return quote!(#name(<#within as #private::TellsProblems>::Kind));
        }
        Kind::Own(own) => own,
    };
    if own.members.is_empty() {
        return quote!(#name);
    }
    let fields = own.members.iter().map(|(_, field)| &variant.fields[*field]);
    let are_named = fields.clone().all(|field| matches!(field.member, syn::Member::Named(_)));
    if are_named {
        let fields = fields.map(|field| {
            let (member, ty) = (&field.member, &field.ty);
            quote!(#member: #ty)
        });
        quote!(#name { #(#fields),* })
    } else {
        let types = fields.map(|field| &field.ty);
        quote!(#name(#(#types),*))
    }
}

/// The problem type in a transparent variant, or what stands for one that says nothing of itself.
fn within(private: &TokenStream, model: &ProblemType, variant: &Variant, field: usize) -> TokenStream {
    let ty = &variant.fields[field].ty;
    // rust-analyzer does not follow a type as far as what comes below.
    if mentions(ty, &parameters(model)) || crate::editor::asks() {
        return ty.to_token_stream();
    }
    quote!(#private::Known<#ty, { #private::Asked::<#ty>::READS_PROBLEM }>)
}

/// Whether a problem is that of the variant, and what it says of it.
fn attempt(
    private: &TokenStream,
    model: &ProblemType,
    at: usize,
    variant: &Variant,
    kind: &Ident,
) -> TokenStream {
    let name = name(model, variant);
    let own = match &variant.kind {
        Kind::Transparent(field) => {
            let within = within(private, model, variant, *field);
            return quote! {
                if let ::core::option::Option::Some(within) = <#within as #private::ReadProblem>::read(problem) {
                    return ::core::option::Option::Some(#kind::#name(within));
                }
            };
        }
        Kind::Own(own) => own,
    };
    let is_one = quote!(#private::is_of(problem, &<Self as #private::IntoProblem>::POSSIBLE[#at]));
    if own.members.is_empty() {
        return quote!(if #is_one { return ::core::option::Option::Some(#kind::#name); });
    }
    let fields: Vec<_> = own.members.iter().map(|(_, field)| &variant.fields[*field]).collect();
    let are_named = fields.iter().all(|field| matches!(field.member, syn::Member::Named(_)));
    let bindings: Vec<&Ident> = fields.iter().map(|field| &field.binding).collect();
    let members: Vec<_> = fields.iter().map(|field| &field.member).collect();
    let reads = own.members.iter().map(|(name, field)| {
        let ty = &variant.fields[*field].ty;
        quote!(#private::member::<#ty>(problem, #name))
    });
    let value = if are_named {
        quote!(#kind::#name { #(#members: #bindings),* })
    } else {
        quote!(#kind::#name(#(#bindings),*))
    };
    quote! {
        if #is_one {
            if let (#(::core::option::Option::Some(#bindings),)*) = (#(#reads,)*) {
                return ::core::option::Option::Some(#value);
            }
        }
    }
}
