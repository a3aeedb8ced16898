//! The twin's `path` function, and its parameters by name for `location`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Visibility;

use super::expand::is_read;
use super::model::{Argument, Endpoint, Kind, Many, Source};
use super::signature::plain;
use crate::{editor, tokens};

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
            let span = own.as_ref().map_or_else(Span::call_site, Ident::span);
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

/// The `path` function in an `impl` of the twin; its `route`, where it is no [`Endpoint`]'s. One with nothing of the user's words in it
/// is put at the end of a text.
pub(super) fn path_function(
    endpoint: &Endpoint,
    route: Option<&TokenStream>,
    fixed: &mut String,
) -> Option<TokenStream> {
    let parameters = parameters(endpoint);
    let twin = if route.is_some() { &endpoint.name } else { &endpoint.twin };
    let written = |values: TokenStream| match route {
        Some(route) => quote!(__fingerpost::write_path(#route, #values)),
        None => path_of(&values),
    };
    if !is_complete(endpoint, &parameters) {
        let vis = own(&endpoint.vis);
        // A `Path<T>` reads captures that have no type here: the compiler says so where it is called.
        let count = endpoint.pattern.captures().count() + endpoint.pattern.query.len();
        let arguments = (0..count).map(|_| quote!(_: impl __fingerpost::Sized));
        let written = written(quote!(()));
        return Some(quote! {
            impl #twin {
                #[doc(hidden)]
                #vis fn path(#(#arguments),*) -> __fingerpost::RoutePath
                where
                    for<'__v> Self: __fingerpost::CapturesByName,
                {
                    #written
                }
            }
        });
    }
    let doc = format!("The URL of `{}`, percent-encoded.", endpoint.pattern.text);
    let vis = match endpoint.vis {
        Visibility::Public(_) => Some("pub "),
        Visibility::Inherited => Some(""),
        Visibility::Restricted(_) => None,
    };
    if let Some(vis) = vis.filter(|_| parameters.is_empty() && route.is_none()) {
        fixed.push_str(&format!(
            "impl {twin} {{ #[doc = {doc:?}] {vis}fn path() -> __fingerpost::RoutePath {{ __fingerpost::path_of::<Self>(()) }} }}"
        ));
        return None;
    }
    let vis = own(&endpoint.vis);
    let arguments = parameters.iter().map(argument);
    let bounds = bounds(&parameters);
    let written = written(writes(&parameters, positional));
    Some(quote! {
        impl #twin {
            #[doc = #doc]
            #vis fn path(#(#arguments),*) -> __fingerpost::RoutePath #bounds {
                #written
            }
        }
    })
}

/// A visibility where the macro stands. The compiler takes an item for the user's where its first word is, and would say that
/// `path` is never called where the handler comes from a macro of the user's.
fn own(vis: &Visibility) -> TokenStream {
    tokens::each(vis.to_token_stream(), &mut |mut token| {
        token.set_span(Span::call_site());
        token
    })
}

/// Its path with these values. (The constant of a route is read by what is generic over it, since the compiler evaluates, when it
/// checks a function, what stands there as a constant.)
fn path_of(values: &TokenStream) -> TokenStream {
    quote!(__fingerpost::path_of::<Self>(#values))
}

/// Whether each of its captures and query parameters is an argument.
pub(super) fn is_by_name(endpoint: &Endpoint) -> bool {
    is_complete(endpoint, &parameters(endpoint))
}

pub(super) fn is_complete(endpoint: &Endpoint, parameters: &[Parameter<'_>]) -> bool {
    parameters.len() == endpoint.pattern.captures().count() + endpoint.pattern.query.len()
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
        (Many::Optional | Many::Default(_), Kind::Primitive) => {
            quote!(__fingerpost::core::option::Option::as_ref(&#name))
        }
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

/// What is said of its parameters for the `location` of other handlers, among the constants of its [`Endpoint`], and the impl that
/// says their types.
pub(super) fn linked(endpoint: &Endpoint) -> (TokenStream, TokenStream) {
    let parameters = parameters(endpoint);
    let twin = &endpoint.twin;
    if !is_complete(endpoint, &parameters) {
        let taken_at_once = quote! {
            const PARAMETERS: &'static [(&'static str, bool)] = __fingerpost::check::TAKEN_AT_ONCE;
        };
        return (taken_at_once, TokenStream::new());
    }
    if parameters.is_empty() {
        return (TokenStream::new(), TokenStream::new());
    }
    // Those of a path alone are read from it.
    let listed = (!endpoint.pattern.query.is_empty() || !is_read(&endpoint.pattern)).then(|| {
        let listed = listed(endpoint);
        tokens::of_text(&format!("const PARAMETERS: &'static [(&'static str, bool)] = &{listed:?};"))
    });
    let types = parameters.iter().rev().fold(quote!(()), |others, parameter| {
        let ty = in_list(parameter);
        quote!((#ty, #others))
    });
    let keys = parameters.iter().filter_map(|parameter| Some((parameter.key?, &parameter.name)));
    let has_other_names = keys.clone().any(|(key, name)| plain(name) != key);
    let keys = keys.map(|(key, _)| key);
    let keys = has_other_names.then(|| quote!(const QUERY_KEYS: &'static [&'static str] = &[#(#keys),*];));
    let names = editor::asks().then(|| named(twin, &parameters));
    let printed = printed(&parameters);
    (quote!(#listed #printed), quote!(impl __fingerpost::Linked<#types> for #twin { #keys } #names))
}

/// Where an editor finds the parameters that a link names.
fn named(twin: &Ident, parameters: &[Parameter<'_>]) -> TokenStream {
    let fields = parameters.iter().map(|Parameter { name, ty, kind, .. }| {
        let ty = if kind.is_text() { quote!(&'static str) } else { quote!(#ty) };
        quote!(pub #name: #ty,)
    });
    quote! {
        #[allow(dead_code)]
        pub struct __Parameters {
            #(#fields)*
        }

        impl __fingerpost::Named for #twin {
            type Type = __Parameters;
        }
    }
}

/// Which parameters print, where the compiler must be asked.
fn printed(parameters: &[Parameter<'_>]) -> TokenStream {
    let asked = parameters.iter().filter(|parameter| parameter.kind == Kind::Parsed);
    let printed: Vec<TokenStream> = asked
        .map(|parameter| {
            let (name, ty) = (plain(&parameter.name), &parameter.ty);
            quote!((#name, __fingerpost::Asked::<#ty>::IS_DISPLAY))
        })
        .collect();
    if printed.is_empty() {
        return TokenStream::new();
    }
    quote!(const PRINTED: &'static [(&'static str, bool)] = &[#(#printed),*];)
}

/// The type of a parameter, in the list of them.
fn in_list(parameter: &Parameter<'_>) -> TokenStream {
    let ty = &parameter.ty;
    match (parameter.many, parameter.kind) {
        (Many::Repeated, Kind::Str) => quote!(__fingerpost::ManyTexts),
        (Many::Repeated, Kind::Cow) => quote!(__fingerpost::ManyCows),
        (Many::Repeated, Kind::Parsed) => {
            quote!(__fingerpost::ManyOwn<#ty, { __fingerpost::Asked::<#ty>::IS_DISPLAY }>)
        }
        (Many::Repeated, _) => quote!(__fingerpost::Many<#ty>),
        (_, Kind::Parsed) => {
            quote!(__fingerpost::Own<#ty, { __fingerpost::Asked::<#ty>::IS_DISPLAY }>)
        }
        (_, kind) if kind.is_text() => quote!(__fingerpost::One<str>),
        _ => quote!(__fingerpost::One<#ty>),
    }
}
