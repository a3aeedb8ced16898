//! The twin's `path` function, and its parameters by name for `location`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::model::{Argument, Endpoint, Kind, Many, Source};
use super::signature::plain;

/// One parameter of a route's URL.
pub(super) struct Parameter<'e> {
    /// The place of its argument.
    #[cfg_attr(not(feature = "client"), expect(dead_code))]
    pub(super) place: usize,
    name: Ident,
    /// The query's key; `None` for a capture.
    key: Option<&'e str>,
    ty: TokenStream,
    kind: Kind,
    many: &'e Many,
}

/// Captures in the path's order, then the query's parameters in theirs.
pub(super) fn parameters(endpoint: &Endpoint) -> Vec<Parameter<'_>> {
    let arguments = || endpoint.arguments.iter().enumerate();
    let captures = endpoint.pattern.captures().enumerate().map(|(at, name)| {
        let found = arguments().find_map(|(place, argument)| match &argument.source {
            Source::Capture { index, kind } if *index == at => Some((place, argument, *kind)),
            _ => None,
        });
        (name, None, found, &Many::One)
    });
    let query = endpoint.pattern.query.iter().enumerate().map(|(at, parameter)| {
        let found = arguments().find_map(|(place, argument)| match &argument.source {
            Source::Query { index, kind, many } if *index == at => Some((place, argument, *kind, many)),
            _ => None,
        });
        let many = found.map_or(&Many::One, |(.., many)| many);
        (
            parameter.name.as_str(),
            Some(parameter.key.as_str()),
            found.map(|(place, argument, kind, _)| (place, argument, kind)),
            many,
        )
    });
    captures
        .chain(query)
        .filter_map(|(name, key, found, many)| {
            // A capture that only a `Path<T>` reads has no type of its own here.
            let (place, argument, kind) = found?;
            let ty = argument.written_type(place);
            Some(Parameter { place, name: identifier(name, argument), key, ty, kind, many })
        })
        .collect()
}

/// The argument's own name where it has the capture's, so that its span and its `r#` stay.
pub(super) fn identifier(name: &str, argument: &Argument) -> Ident {
    match &argument.name {
        Some(own) if plain(own) == name => own.clone(),
        own => {
            let span = own.as_ref().map_or_else(proc_macro2::Span::call_site, Ident::span);
            syn::parse_str::<Ident>(name).map_or_else(
                |_| Ident::new_raw(name, span),
                |mut ident| {
                    ident.set_span(span);
                    ident
                },
            )
        }
    }
}

/// The `path` function in the twin's `impl`; its `route`, where it is no [`Endpoint`]'s.
pub(super) fn path_function(endpoint: &Endpoint, route: Option<&TokenStream>) -> TokenStream {
    let parameters = parameters(endpoint);
    let written = |values: TokenStream| match route {
        Some(route) => quote!(__fingerpost::write_path(#route, #values)),
        None => path_of(&values),
    };
    let vis = &endpoint.vis;
    if !is_complete(endpoint, &parameters) {
        // A `Path<T>` reads captures that have no type here: the compiler says so where it is called.
        let count = endpoint.pattern.captures().count() + endpoint.pattern.query.len();
        let arguments = (0..count).map(|_| quote!(_: impl __fingerpost::Sized));
        let written = written(quote!(()));
        return quote! {
            #[doc(hidden)]
            #vis fn path(#(#arguments),*) -> __fingerpost::RoutePath
            where
                for<'__v> Self: __fingerpost::CapturesByName,
            {
                #written
            }
        };
    }
    let arguments = parameters.iter().map(argument);
    let bounds = bounds(&parameters);
    let written = written(writes(&parameters, positional));
    let doc = format!("The URL of `{}`, percent-encoded.", endpoint.pattern.text);
    quote! {
        #[doc = #doc]
        #[must_use]
        #vis fn path(#(#arguments),*) -> __fingerpost::RoutePath #bounds {
            #written
        }
    }
}

/// Its path with these values. (The constant of a route is read by what is generic over it, since the compiler evaluates, when it
/// checks a function, what stands there as a constant.)
fn path_of(values: &TokenStream) -> TokenStream {
    quote!(__fingerpost::path_of::<Self>(#values))
}

pub(super) fn is_complete(endpoint: &Endpoint, parameters: &[Parameter<'_>]) -> bool {
    parameters.len() == endpoint.pattern.captures().count() + endpoint.pattern.query.len()
}

/// Whether it has one path alone.
pub(super) fn is_without_parameters(endpoint: &Endpoint) -> bool {
    endpoint.pattern.query.is_empty() && endpoint.pattern.captures().next().is_none()
}

/// A type that does not print only matters where a path is made of it: what holds for any lifetime is not asked before.
fn bounds(parameters: &[Parameter<'_>]) -> TokenStream {
    let predicates = predicates(parameters);
    if predicates.is_empty() { TokenStream::new() } else { quote!(where #(#predicates),*) }
}

pub(super) fn predicates(parameters: &[Parameter<'_>]) -> Vec<TokenStream> {
    let parsed = parameters.iter().filter(|parameter| parameter.kind == Kind::Parsed);
    parsed.map(|Parameter { ty, .. }| quote!(for<'__v> #ty: __fingerpost::Display)).collect()
}

pub(super) fn argument(parameter: &Parameter<'_>) -> TokenStream {
    let (name, ty) = (&parameter.name, &parameter.ty);
    let text = parameter.kind.is_text();
    let ty = match (parameter.many, parameter.kind) {
        (Many::One, _) if text => quote!(impl __fingerpost::AsRef<str>),
        (Many::One, Kind::Primitive) => quote!(#ty),
        (Many::One, _) => quote!(&#ty),
        (Many::Optional | Many::Default(_), _) if text => quote!(__fingerpost::Option<&str>),
        (Many::Optional | Many::Default(_), Kind::Primitive) => {
            quote!(__fingerpost::Option<#ty>)
        }
        (Many::Optional | Many::Default(_), _) => quote!(__fingerpost::Option<&#ty>),
        (Many::Repeated, _) if text => quote!(&[impl __fingerpost::AsRef<str>]),
        (Many::Repeated, _) => quote!(&[#ty]),
    };
    quote!(#name: #ty)
}

/// A parameter of `path` as a reference to what prints, or an option of one.
pub(super) fn positional(parameter: &Parameter<'_>) -> TokenStream {
    let name = &parameter.name;
    match (parameter.many, parameter.kind) {
        (Many::One, kind) if kind.is_text() => {
            quote!(__fingerpost::text(&#name))
        }
        (Many::One, Kind::Primitive) => quote!(&#name),
        (Many::Optional | Many::Default(_), Kind::Primitive) => quote!(#name.as_ref()),
        _ => quote!(#name),
    }
}

/// The values of a path, each behind the one before.
pub(super) fn writes(
    parameters: &[Parameter<'_>],
    value: impl Fn(&Parameter<'_>) -> TokenStream,
) -> TokenStream {
    let writes = parameters.iter().map(|parameter| write(parameter, &value(parameter)));
    writes.rev().fold(quote!(()), |others, first| quote!((#first, #others)))
}

fn write(parameter: &Parameter<'_>, value: &TokenStream) -> TokenStream {
    let Some(key) = parameter.key else { return quote!(__fingerpost::Capture(#value)) };
    match parameter.many {
        Many::One => quote!(__fingerpost::Query(#key, #value)),
        Many::Optional | Many::Default(_) => quote!(__fingerpost::QueryOptional(#key, #value)),
        Many::Repeated if parameter.kind.is_text() => quote!(__fingerpost::QueryTexts(#key, #value)),
        Many::Repeated => quote!(__fingerpost::QueryMany(#key, #value)),
    }
}

/// The names of the parameters, and whether there is no path without them.
pub(super) fn listed(endpoint: &Endpoint) -> Vec<(String, bool)> {
    let listed = parameters(endpoint);
    listed.iter().map(|parameter| (plain(&parameter.name), matches!(parameter.many, Many::One))).collect()
}

/// The parameters by name, for the `location` of other handlers.
pub(super) fn linked(endpoint: &Endpoint) -> TokenStream {
    let parameters = parameters(endpoint);
    let twin = &endpoint.twin;
    if !is_complete(endpoint, &parameters) {
        return quote! {
            impl<'__v> __fingerpost::Linked<'__v> for #twin {
                type Values = ();
                const PARAMETERS: &'static [(&'static str, bool)] = __fingerpost::check::TAKEN_AT_ONCE;
            }
        };
    }
    if parameters.is_empty() {
        return quote! {
            impl<'__v> __fingerpost::Linked<'__v> for #twin {
                type Values = ();
            }
        };
    }
    let names: Vec<&Ident> = parameters.iter().map(|parameter| &parameter.name).collect();
    let types = parameters.iter().map(|parameter| field(parameter));
    let (printed, link) = link(&parameters);
    quote! {
        pub struct __Parameters<'__v> {
            #(pub #names: __fingerpost::Option<#types>,)*
        }

        impl __fingerpost::Default for __Parameters<'_> {
            fn default() -> Self {
                Self { #(#names: __fingerpost::None),* }
            }
        }

        impl<'__v> __fingerpost::Linked<'__v> for #twin {
            type Values = __Parameters<'__v>;
            #printed

            fn link(values: __Parameters<'__v>) -> __fingerpost::RoutePath {
                #link
            }
        }
    }
}

/// Which parameters print, where the compiler must be asked, and the path of those given by name.
fn link(parameters: &[Parameter<'_>]) -> (TokenStream, TokenStream) {
    let asked: Vec<&Parameter<'_>> =
        parameters.iter().filter(|parameter| parameter.kind == Kind::Parsed).collect();
    if asked.is_empty() {
        let values_in_order = parameters.iter().map(named);
        return (TokenStream::new(), quote!(Self::path(#(#values_in_order),*)));
    }
    let printed = asked.iter().map(|parameter| {
        let (name, ty) = (plain(&parameter.name), &parameter.ty);
        quote!((#name, __fingerpost::Asked::<#ty>::IS_DISPLAY))
    });
    (
        quote!(const PRINTED: &'static [(&'static str, bool)] = &[#(#printed),*];),
        path_of(&writes(parameters, value_by_name)),
    )
}

/// A value given by name, as it is written.
fn value_by_name(parameter: &Parameter<'_>) -> TokenStream {
    let name = &parameter.name;
    let is_asked = parameter.kind == Kind::Parsed;
    match parameter.many {
        Many::One if is_asked => quote!(__fingerpost::LinkValue(__fingerpost::given(values.#name)).printed()),
        Many::One => quote!(__fingerpost::given(values.#name)),
        Many::Optional | Many::Default(_) if is_asked => {
            quote!(values.#name.map(|value| __fingerpost::LinkValue(value).printed()))
        }
        Many::Optional | Many::Default(_) => quote!(values.#name),
        Many::Repeated if is_asked => {
            quote!(__fingerpost::LinkValues(values.#name.unwrap_or(&[])).printed())
        }
        Many::Repeated => quote!(values.#name.unwrap_or(&[])),
    }
}

fn field(parameter: &Parameter<'_>) -> TokenStream {
    let ty = &parameter.ty;
    match (parameter.many, parameter.kind) {
        (Many::Repeated, Kind::Str) => quote!(&'__v [&'__v str]),
        (Many::Repeated, Kind::Cow) => quote!(&'__v [__fingerpost::Cow<'__v, str>]),
        (Many::Repeated, _) => quote!(&'__v [#ty]),
        (_, kind) if kind.is_text() => quote!(&'__v str),
        _ => quote!(&'__v #ty),
    }
}

/// A value given by name, as `path` takes it.
fn named(parameter: &Parameter<'_>) -> TokenStream {
    let name = &parameter.name;
    match (parameter.many, parameter.kind) {
        (Many::One, Kind::Primitive) => quote!(*__fingerpost::given(values.#name)),
        (Many::One, _) => quote!(__fingerpost::given(values.#name)),
        (Many::Optional | Many::Default(_), Kind::Primitive) => quote!(values.#name.copied()),
        (Many::Optional | Many::Default(_), _) => quote!(values.#name),
        (Many::Repeated, _) => quote!(values.#name.unwrap_or(&[])),
    }
}
