//! The end of an operation: what every answer of it says, made while compiling, and the link to its successor.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::glue::glue;
use super::location::{link_proof, link_to, linking};
use super::model::{Endpoint, Kind, Lifecycle, Location, Source};

/// The static that says it; nothing where nothing is declared.
pub(super) fn lifecycle(door: &TokenStream, endpoint: &Endpoint) -> TokenStream {
    let lifecycle = &endpoint.lifecycle;
    if !lifecycle.is_declared() {
        return TokenStream::new();
    }
    let headers = headers(lifecycle).into_iter().map(|(name, value)| {
        quote!((__fingerpost::HeaderName::from_static(#name), __fingerpost::HeaderValue::from_static(#value)))
    });
    let headers: Vec<TokenStream> = headers.collect();
    let count = headers.len();
    let mut fields = TokenStream::new();
    for (name, date) in [("deprecated", &lifecycle.deprecated), ("sunset", &lifecycle.sunset)] {
        if let Some(date) = date {
            let (name, written) = (format_ident!("{name}"), &date.written);
            fields.extend(quote!(#name: #written,));
        }
    }
    let successor = lifecycle.successor.as_ref().map(|successor| {
        fields.extend(quote!(successor: __fingerpost::Some(__successor),));
        self::successor(door, successor, endpoint)
    });
    quote! {
        #successor

        static __LIFECYCLE_HEADERS: [(__fingerpost::HeaderName, __fingerpost::HeaderValue); #count] = [#(#headers),*];
        static __LIFECYCLE: __fingerpost::Lifecycle =
            __fingerpost::Lifecycle { #fields headers: &__LIFECYCLE_HEADERS, ..__fingerpost::Lifecycle::EMPTY };
    }
}

/// What the compiler tells who calls it: the function's own `#[deprecated]`, or what is declared.
#[cfg(feature = "client")]
pub(super) fn deprecation(endpoint: &Endpoint) -> Option<TokenStream> {
    if let Some(own) = &endpoint.deprecation {
        return Some(quote!(#own));
    }
    let Lifecycle { deprecated, sunset, successor, .. } = &endpoint.lifecycle;
    let mut note = format!("the operation is deprecated since {}", deprecated.as_ref()?.written);
    if let Some(sunset) = sunset {
        note.push_str(&format!(", and may end on {}", sunset.written));
    }
    if let Some(successor) = successor {
        let names: Vec<String> =
            successor.written.segments.iter().map(|segment| segment.ident.to_string()).collect();
        note.push_str(&format!("; what comes after it is `{}`", names.join("::")));
    }
    Some(quote!(#[deprecated(note = #note)]))
}

/// `Deprecation` (RFC 9745 §2), `Sunset` (RFC 8594 §3), and links to pages about them (RFC 9745 §3, RFC 8594 §6).
fn headers(lifecycle: &Lifecycle) -> Vec<(&'static str, String)> {
    let link = |url: &Option<String>, relation: &str| {
        url.as_ref().map(|url| ("link", format!("<{url}>; rel=\"{relation}\"")))
    };
    [
        lifecycle.deprecated.as_ref().map(|date| ("deprecation", date.structured())),
        lifecycle.sunset.as_ref().map(|date| ("sunset", date.http())),
        link(&lifecycle.deprecation_link, "deprecation"),
        link(&lifecycle.sunset_link, "sunset"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The function that makes the path of the successor, and its proofs.
fn successor(door: &TokenStream, successor: &Location, endpoint: &Endpoint) -> TokenStream {
    let (source, linking) = linking("__Succession", endpoint);
    let alias = successor.alias(door);
    let proof = link_proof("successor", &source, successor);
    let link = link_to(&source, successor);
    let captures = successor.captures.iter().map(|(at, name)| capture(*at, name, endpoint));
    glue! {
        #alias

        #linking

        const _: () = { #proof };

        #[allow(unused_variables)]
        fn __successor(
            request: &__fingerpost::RequestContext<'_>,
        ) -> __fingerpost::Option<__fingerpost::RoutePath> {
            #(#captures)*
            __fingerpost::Some(#link)
        }
    }
}

/// A capture, which may be none that the handler was called with.
fn capture(at: usize, name: &Ident, endpoint: &Endpoint) -> TokenStream {
    let argument = &endpoint.arguments[at];
    let Source::Capture { index, kind } = &argument.source else { return TokenStream::new() };
    let ty = &argument.ty;
    match kind {
        Kind::Str | Kind::Cow => glue!(let #name = __fingerpost::capture_text(request, #index);),
        _ => glue!(let #name = <#ty as __fingerpost::Parameter>::captured(request, #index)?;),
    }
}
