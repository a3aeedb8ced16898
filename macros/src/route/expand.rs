//! `Endpoint` to tokens: the twin, its glue and its proofs. Nothing here can fail.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::asked;
use super::document::document;
use super::glue::call;
use super::lifecycle;
use super::link;
use super::lints;
use super::model::{Endpoint, Source, respan};
use super::namesakes::{self, Namesakes};
use super::path::{PathPattern, Segment};
use super::proofs::{Proofs, proofs, status_constant};
use super::request::request;
use super::twin::{twin, with_items};
use crate::editor;
use crate::names::METHODS;
use crate::root::Doors;
use crate::shape::{self, Shape};
use crate::tokens;

/// The items that stand beside the function.
pub(super) fn expand(doors: &Doors, endpoint: &Endpoint) -> TokenStream {
    let door = &doors.door;
    let Endpoint { name, vis, place, conditions, .. } = endpoint;
    // An editor shows the twin as it would be written.
    let (number, named) = match editor::asks() {
        true => (None, name.to_token_stream()),
        false => number(endpoint),
    };
    let item = twin(vis, name, *place, number.as_ref());
    let twin = &endpoint.twin;
    let mut doc = format!("The route `{} {}`.", endpoint.methods.join(" | "), endpoint.pattern.text);
    if editor::asks() {
        doc = format!("{}\n\n{}\n\n{doc}", endpoint.docs.summary, endpoint.docs.description);
    }
    let of_self = quote!(<Self as __fingerpost::Endpoint>::ROUTE);
    let (parameters, linked) = link::linked(endpoint);
    let (how, call) = call(endpoint);
    let Proofs { name: blank, first, others: proofs } = proofs(endpoint);
    let lints = lints::clippy_asks().then(|| quote!(#[allow(clippy::all, clippy::pedantic)]));
    let mut fixed = String::new();
    let import = match doors.import_text() {
        Some(text) => {
            fixed.push_str(&text);
            None
        }
        None => Some(crate::root::import(door)),
    };
    fixed.push_str("use __fingerpost::methods::*;");
    let path = link::path_function(endpoint, None, &mut fixed);
    let needs = needs(endpoint, &mut fixed);
    let said = said(endpoint, (&doors.macros_text, &mut fixed), how, &parameters);
    // All at once: to put one into another is three calls of the compiler each.
    let items = tokens::of_all([
        import,
        Some(quote!(type #twin = #named;)),
        Some(tokens::of_text(&fixed)),
        said,
        endpoint.location.as_ref().and_then(|location| location.alias(door)),
        Some(status_constant(endpoint)),
        Some(call),
        Some(lifecycle::lifecycle(door, endpoint)),
        path,
        needs,
        Some(linked),
        Some(proofs),
        Some(document(endpoint)),
        Some(request(endpoint, &of_self, true)),
        Some(first),
    ]);
    let beside = quote! {
        #(#conditions)*
        #[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types, non_snake_case)]
        #lints
        const #blank: () = { #items };
    };
    let attributes = quote! {
        #(#conditions)*
        #[doc = #doc]
    };
    with_items(doors, vis, *place, tokens::of_all([Some(attributes), Some(item)]), beside)
}

/// What the proofs of tables read of it, as numbers: see `table::Keys` of the runtime.
fn keys(endpoint: &Endpoint, has_links: bool) -> String {
    let segments = &endpoint.pattern.segments;
    let shape = Shape::of(segments.iter().map(hash)).text();
    let marks = [
        matches!(segments.last(), Some(Segment::RestOrNothing(_))),
        matches!(&segments[..], [Segment::Literal(text)] if text.is_empty()),
        endpoint.operation_id.is_some(),
        has_links,
    ];
    let marks: u8 = (0..).zip(marks).map(|(bit, is_set)| u8::from(is_set) << bit).sum();
    let methods: Vec<u64> = endpoint.methods.iter().map(|method| shape::method(method)).collect();
    match &methods[..] {
        [method] => format!("__fingerpost::Keys::Route({shape}, {method}, {marks})"),
        _ => format!("__fingerpost::Keys::Routes({shape}, &{methods:?}, {marks})"),
    }
}

/// The route of a handler that is declared alone.
pub(super) fn declared_route(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { macros, path, .. } = endpoint;
    // `line!` is where its tokens stand: at the path that the user wrote.
    let line = respan(quote!(#macros::core::line!()), path.span());
    let written = tokens::of_text(&written(endpoint));
    quote!(__fingerpost::RouteInfo::declared(#macros::module_path!(), #line, #written))
}

/// What is written of it: its name, its methods, its path, the segments of that, the names of its captures, its parameters.
fn written(endpoint: &Endpoint) -> String {
    let name = super::signature::plain(&endpoint.name);
    let methods = match usual_method(endpoint) {
        Some(method) => format!("__fingerpost::only::{method}"),
        None => format!("&{:?}", endpoint.methods),
    };
    let Endpoint { pattern, .. } = endpoint;
    let segments: Vec<String> = pattern.segments.iter().map(segment).collect();
    let (segments, captures) = (segments.join(","), pattern.captures().collect::<Vec<_>>());
    let (path, parameters) = (&pattern.text, link::listed(endpoint));
    format!("{name:?}, {methods}, {path:?}, &[{segments}], &{captures:?}, &{parameters:?}")
}

/// The impl that says what the attribute says; `how` it is called. One that says no more than every attribute does is put at the end
/// of a text.
fn said(
    endpoint: &Endpoint,
    (macros, fixed): (&str, &mut String),
    how: &str,
    parameters: &TokenStream,
) -> Option<TokenStream> {
    let (twin, links) = (&endpoint.twin, links(endpoint));
    let (name, path) = (super::signature::plain(&endpoint.name), &endpoint.pattern.text);
    let (keys, method) = (keys(endpoint, links.is_some()), usual_method(endpoint).unwrap_or_default());
    let more = more(endpoint);
    let info = format!(
        "const INFO: __fingerpost::Said = __fingerpost::Said(__fingerpost::Call::{how}(__call), {name:?}, {method:?}, {path:?}, {keys}, {macros}::module_path!(), __fingerpost::here());"
    );
    if parameters.is_empty() && more.is_none() && links.is_none() {
        fixed.push_str(&format!("impl __fingerpost::Endpoint for {twin} {{ {info} }}"));
        return None;
    }
    let info = tokens::of_text(&info);
    Some(quote! {
        impl __fingerpost::Endpoint for #twin {
            #parameters
            #more
            #links
            #info
        }
    })
}

/// Its method, where it has one, of which the runtime has a list.
fn usual_method(endpoint: &Endpoint) -> Option<&str> {
    match &endpoint.methods[..] {
        [method] if METHODS.contains(&method.as_str()) => Some(method),
        _ => None,
    }
}

/// Whether the runtime reads its segments and captures from its path: see `pattern` there.
pub(super) fn is_read(PathPattern { text, segments, .. }: &PathPattern) -> bool {
    let has_braces = text.contains("{{") || text.contains("}}");
    let captured = segments.iter().filter(|segment| segment.capture().is_some()).count();
    !has_braces && segments.len() <= 8 && captured <= 4
}

/// What few attributes say.
fn more(endpoint: &Endpoint) -> Option<TokenStream> {
    let mut fields = TokenStream::new();
    let Endpoint { methods, pattern, .. } = endpoint;
    if usual_method(endpoint).is_none() {
        fields.extend(quote!(methods: &[#(#methods),*],));
    }
    if !is_read(pattern) {
        let segments: Vec<String> = pattern.segments.iter().map(segment).collect();
        let (segments, captures) = (segments.join(","), pattern.captures().collect::<Vec<_>>());
        fields.extend(tokens::of_text(&format!("segments: &[{segments}], captures: &{captures:?},")));
    }
    if !link::is_by_name(endpoint) {
        let parameters = link::listed(endpoint);
        if !parameters.is_empty() {
            fields.extend(tokens::of_text(&format!("parameters: &{parameters:?},")));
        }
    }
    let some = quote!(__fingerpost::Some);
    let has_body = !endpoint.methods.iter().any(|method| matches!(method.as_str(), "GET" | "HEAD" | "TRACE"));
    let extractors = endpoint.extractor_names();
    if has_body && !extractors.is_empty() {
        fields.extend(quote!(accepts: &[#(__fingerpost::Asked::<#extractors>::MEDIA_TYPES),*],));
    }
    if let Some((bytes, _)) = endpoint.body_limit {
        fields.extend(quote!(body_limit: #some(#bytes),));
    }
    if let Some(milliseconds) = endpoint.timeout_ms {
        fields.extend(quote!(timeout_ms: #some(#milliseconds),));
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
    if endpoint.public.is_some() {
        fields.extend(quote!(public: true,));
    }
    let credentials = endpoint.credential_names();
    if !credentials.is_empty() {
        fields.extend(quote!(security: &[#(__fingerpost::Asked::<#credentials>::SECURITY),*],));
    }
    if endpoint.deprecated {
        fields.extend(quote!(deprecated: true,));
    }
    if endpoint.lifecycle.is_declared() {
        fields.extend(quote!(lifecycle: #some(&__LIFECYCLE),));
    }
    let (summary, description) = (&endpoint.docs.summary, &endpoint.docs.description);
    if !summary.is_empty() {
        fields.extend(quote!(summary: #summary,));
    }
    if !description.is_empty() {
        fields.extend(quote!(description: #description,));
    }
    (!fields.is_empty()).then(|| {
        quote! {
            const MORE: __fingerpost::RouteInfo =
                __fingerpost::RouteInfo { #fields ..__fingerpost::RouteInfo::EMPTY };
        }
    })
}

/// The handlers that it leads to, where it leads anywhere.
fn links(endpoint: &Endpoint) -> Option<TokenStream> {
    let links = [("location", &endpoint.location), ("successor", &endpoint.lifecycle.successor)];
    let links = links.into_iter().filter_map(|(key, link)| {
        let handler = &link.as_ref()?.handler;
        Some(quote!((#key, <#handler as __fingerpost::Endpoint>::ROUTE)))
    });
    let links: Vec<TokenStream> = links.collect();
    (!links.is_empty()).then(|| {
        quote! {
            const LINKS: &'static [(&'static str, &'static __fingerpost::RouteInfo)] = &[#(#links),*];
        }
    })
}

/// What tells it from another handler of the name, its methods and its path, and how it is named by its own items. The first of
/// a name is named as everybody names it, so that where a type has that name already, no more is said than that.
fn number(endpoint: &Endpoint) -> (Option<Literal>, TokenStream) {
    let route = format!("{} {}", endpoint.methods.join("|"), endpoint.pattern.text);
    let name = &endpoint.name;
    let Namesakes { of_the_name, of_the_route } = namesakes::before(name, &route);
    let number = Literal::u64_unsuffixed(match of_the_route {
        0 => shape::literal(&route),
        copies => shape::literal(&format!("{route} {copies}")),
    });
    let named = if of_the_name == 0 { name.to_token_stream() } else { quote!(#name<#number>) };
    (Some(number), named)
}

fn segment(segment: &Segment) -> String {
    match segment {
        Segment::Literal(text) => format!("__fingerpost::Segment::Literal({text:?})"),
        Segment::Partial(before, _, after) => {
            format!("__fingerpost::Segment::Partial({before:?}, {after:?})")
        }
        Segment::Capture(_) => "__fingerpost::Segment::Capture".to_owned(),
        Segment::Rest(_) => "__fingerpost::Segment::Rest".to_owned(),
        Segment::RestOrNothing(_) => "__fingerpost::Segment::RestOrNothing".to_owned(),
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

/// That the handler can be mounted where its state is provided; with nothing of the user's words in it, at the end of a text.
fn needs(endpoint: &Endpoint, fixed: &mut String) -> Option<TokenStream> {
    let twin = &endpoint.twin;
    let extractors = endpoint.extractor_names();
    let states: Vec<TokenStream> = endpoint
        .named_arguments()
        .filter(|(_, argument)| matches!(argument.source, Source::State))
        .map(|(name, argument)| asked::needed(&argument.ty, &name))
        .collect();
    if states.is_empty() && extractors.is_empty() {
        fixed.push_str(&format!("impl<State_> __fingerpost::RunsWith<State_, ()> for {twin} {{}}"));
        return endpoint.named_arguments().next().is_some().then(|| types(endpoint));
    }
    let types = types(endpoint);
    // The compiler shows this name where a table is missing something.
    let state = format_ident!("State_");
    // It shows one of these where an app has two values of the type.
    let places: Vec<Ident> =
        (0..states.len() + extractors.len()).map(|at| format_ident!("OneOfItsType{at}_")).collect();
    let (of_states, of_extractors) = places.split_at(states.len());
    let readings = asked::readings(endpoint);
    let reading = readings.iter().zip(&extractors).map(|(reading, extractor)| {
        let asked = quote!(__fingerpost::Asked::<#extractor>);
        quote! {
            type #reading = __fingerpost::Reading<#extractor, {
                __fingerpost::check::reading(#asked::IS_EXTRACTOR, #asked::READS_NO_STATE)
            }>;
        }
    });
    Some(quote! {
        #types
        #(#reading)*

        impl<#state, #(#places),*> __fingerpost::RunsWith<#state, (#(#places,)*)> for #twin
        where
            #(#state: __fingerpost::HasState<#states, #twin, #of_states>,)*
            #(#state: __fingerpost::HasState<<#readings as __fingerpost::Reads>::State, #twin, #of_extractors>,)*
        {
        }
    })
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
    quote!(#(#types)*)
}
