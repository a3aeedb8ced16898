//! `Endpoint` to tokens: the twin, its glue and its proofs. Nothing here can fail.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::asked;
use super::document::document;
use super::glue::call;
use super::link;
use super::model::{Endpoint, Source, respan};
use super::path::Segment;
use super::proofs::{proofs, status_constant};
use super::request::request;
use crate::shape::{self, Shape};

/// The items that stand beside the function.
pub(super) fn expand(door: &TokenStream, endpoint: &Endpoint) -> TokenStream {
    let Endpoint { name, vis, conditions, .. } = endpoint;
    let doc = format!("The route `{} {}`.", endpoint.methods.join(" | "), endpoint.pattern.text);
    let of_self = quote!(<Self as __fingerpost::Endpoint>::ROUTE);
    let path = link::path_function(endpoint, &of_self);
    let linked = link::linked(endpoint);
    let (how, call) = call(endpoint);
    let route = route_info(endpoint, &how);
    let alias = endpoint.location.as_ref().and_then(|location| location.alias(door));
    let import = crate::root::import(door);
    let needs = needs(endpoint);
    let proofs = proofs(endpoint);
    let document = document(endpoint);
    let request = request(endpoint, &of_self);
    let status = status_constant(endpoint);
    quote! {
        #(#conditions)*
        #[doc = #doc]
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
        #vis enum #name {}

        #(#conditions)*
        #[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types, clippy::all, clippy::pedantic)]
        const _: () = {
            #import
            use __fingerpost::methods::*;

            #alias
            #status

            #call

            impl #name {
                #path
            }

            static __ROUTE: __fingerpost::RouteInfo = #route;

            impl __fingerpost::Endpoint for #name {
                const ROUTE: &'static __fingerpost::RouteInfo = &__ROUTE;
            }

            #needs
            #linked
            #proofs
            #document
            #request
        };
    }
}

/// What its URL is made of, and who says so.
pub(super) fn url(endpoint: &Endpoint) -> TokenStream {
    let name = super::signature::plain(&endpoint.name);
    let methods = &endpoint.methods;
    let path = &endpoint.pattern.text;
    // `line!` is where its tokens stand: at the path that the user wrote.
    let line = respan(quote!(__fingerpost::core::line!()), endpoint.path.span());
    let segments = endpoint.pattern.segments.iter().map(segment);
    let captures: Vec<&str> = endpoint.pattern.captures().collect();
    let mut fields = quote! {
        name: #name,
        module: __fingerpost::core::module_path!(),
        file: __fingerpost::core::file!(),
        line: #line,
        methods: &[#(#methods),*],
        path: #path,
        segments: &[#(#segments),*],
    };
    if !captures.is_empty() {
        fields.extend(quote!(captures: &[#(#captures),*],));
    }
    let parameters = link::listed(endpoint);
    if !parameters.is_empty() {
        fields.extend(quote!(parameters: &[#(#parameters),*],));
    }
    fields
}

/// The constant that says what the attribute says.
fn route_info(endpoint: &Endpoint, call: &TokenStream) -> TokenStream {
    let mut fields = url(endpoint);
    let some = quote!(__fingerpost::core::option::Option::Some);
    if let Some((bytes, _)) = endpoint.body_limit {
        fields.extend(quote!(body_limit: #some(#bytes),));
    }
    if let Some(milliseconds) = endpoint.timeout_ms {
        fields.extend(quote!(timeout_ms: #some(#milliseconds),));
    }
    let (summary, description) = (&endpoint.docs.summary, &endpoint.docs.description);
    if !summary.is_empty() {
        fields.extend(quote!(summary: #summary, description: #description,));
    }
    if !endpoint.tags.is_empty() {
        let tags = &endpoint.tags;
        fields.extend(quote!(tags: &[#(#tags),*],));
    }
    if let Some(id) = &endpoint.operation_id {
        fields.extend(quote!(operation_id: #id,));
    }
    if endpoint.detached {
        fields.extend(quote!(detached: true,));
    }
    if endpoint.hidden {
        fields.extend(quote!(hidden: true,));
    }
    if endpoint.deprecated {
        fields.extend(quote!(deprecated: true,));
    }
    if let Some(location) = &endpoint.location {
        let handler = &location.handler;
        fields.extend(quote!(links: &[<#handler as __fingerpost::Endpoint>::ROUTE],));
    }
    let shape = Shape::of(endpoint.pattern.segments.iter().map(hash)).tokens();
    let method_keys = endpoint.methods.iter().map(|method| shape::method(method));
    fields.extend(quote!(shape: #shape, method_keys: &[#(#method_keys),*],));
    quote!(__fingerpost::RouteInfo { #fields call: #call, ..__fingerpost::RouteInfo::EMPTY })
}

fn segment(segment: &Segment) -> TokenStream {
    match segment {
        Segment::Literal(text) => quote!(__fingerpost::Segment::Literal(#text)),
        Segment::Partial(before, _, after) => quote!(__fingerpost::Segment::Partial(#before, #after)),
        Segment::Capture(_) => quote!(__fingerpost::Segment::Capture),
        Segment::Rest(_) => quote!(__fingerpost::Segment::Rest),
        Segment::RestOrNothing(_) => quote!(__fingerpost::Segment::RestOrNothing),
    }
}

fn hash(segment: &Segment) -> u64 {
    match segment {
        Segment::Literal(text) => shape::literal(text),
        Segment::Partial(before, _, after) => shape::partial(before, after),
        Segment::Capture(_) => shape::capture(),
        Segment::Rest(_) => shape::rest(),
        Segment::RestOrNothing(_) => shape::rest_or_nothing(),
    }
}

/// That the handler can be mounted where its state is provided.
fn needs(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let extractors = endpoint.extractor_names();
    let states: Vec<TokenStream> = endpoint
        .named_arguments()
        .filter(|(_, argument)| matches!(argument.source, Source::State))
        .map(|(name, argument)| asked::needed(&argument.ty, &name))
        .collect();
    let types = types(endpoint);
    // The compiler shows this name where a table is missing something.
    let state = format_ident!("State_");
    if states.is_empty() && extractors.is_empty() {
        return quote!(#types impl<#state> __fingerpost::RunsWith<#state, ()> for #name {});
    }
    let places: Vec<Ident> = (0..states.len() + extractors.len()).map(|at| format_ident!("__{at}")).collect();
    let (of_states, of_extractors) = places.split_at(states.len());
    let reads: Vec<Ident> = (0..extractors.len()).map(|at| format_ident!("__READS_STATE_{at}")).collect();
    quote! {
        #types
        #(
            const #reads: bool = __fingerpost::Asked::<#extractors>::IS_EXTRACTOR
                && !__fingerpost::Asked::<#extractors>::READS_NO_STATE;
        )*

        impl<#state, #(#places),*> __fingerpost::RunsWith<#state, (#(#places,)*)> for #name
        where
            #(#state: __fingerpost::HasState<#states, #name, #of_states>,)*
            #(#state: __fingerpost::HasState<__fingerpost::StateRead<#extractors, { #reads }>, #name, #of_extractors>,)*
        {
        }
    }
}

/// The types of arguments that are written once, under their names.
pub(super) fn types(endpoint: &Endpoint) -> TokenStream {
    let types = endpoint.named_arguments().map(|(alias, argument)| {
        let (alias, ty) = (respan(alias.into_token_stream(), endpoint.name.span()), &argument.ty);
        // Within another, as the user wrote it: the compiler's advice depends on that too.
        let ty = match argument.source {
            Source::Query { .. } => quote!(__fingerpost::Within<#ty>),
            _ => ty.to_token_stream(),
        };
        quote!(type #alias = #ty;)
    });
    types.collect()
}
