//! The statements of the glue that read arguments which nothing is waited for: captures, the query, state.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Type;

use super::glue::glue;
use super::model::{Argument, Call, Endpoint, Kind, Many, Source, respan};
use super::primitive;

/// The local that holds an argument's value.
pub(super) fn local(at: usize) -> Ident {
    format_ident!("argument_{at}", span = Span::mixed_site())
}

pub(super) fn shown(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(" :: ", "::").replace(" < ", "<").replace(" >", ">")
}

/// What a text should be: a type by its name, and of the user's own types what their errors say.
fn expected(own: &Type, written: &impl ToTokens, kind: Kind) -> TokenStream {
    let shown = shown(own);
    match kind {
        Kind::Parsed => glue!((#shown, __fingerpost::Asked::<#written>::WHY)),
        _ => glue!(#shown),
    }
}

/// The statement that reads one argument.
pub(super) fn read(at: usize, argument: &Argument, endpoint: &Endpoint) -> TokenStream {
    let (local, ty) = (local(at), &argument.ty);
    // What may be rejected costs the compiler less in this way than with a `?`.
    let or_rejected = |value: &TokenStream| {
        glue! {
            let __fingerpost::Ok(#local) = #value else {
                return __fingerpost::Err(__fingerpost::Answered);
            };
        }
    };
    let value = match &argument.source {
        Source::Capture { index, kind: kind @ (Kind::String | Kind::Primitive | Kind::Parsed) } => {
            let expected = expected(ty, ty, *kind);
            return or_rejected(
                &glue!(<#ty as __fingerpost::Parameter>::capture(request, #index, #expected)),
            );
        }
        Source::Capture { index, kind } => capture(*index, *kind, endpoint),
        Source::Query { index, kind, many } => {
            let parameter = &endpoint.pattern.query[*index];
            query(&parameter.key, *kind, many, (ty, &argument.written_type(at)), endpoint)
        }
        Source::State => {
            let ty = argument.type_name(at);
            return or_rejected(&glue!(<#ty as __fingerpost::SharedState>::of(request)));
        }
        // Is read by a future.
        Source::Extractor => return TokenStream::new(),
    };
    glue!(let #local = #value;)
}

/// A text needs no parsing.
fn capture(index: usize, kind: Kind, endpoint: &Endpoint) -> TokenStream {
    match kind {
        Kind::Str if endpoint.call == Call::Blocking => {
            glue!(__fingerpost::capture_text(request, #index).into_owned())
        }
        Kind::Cow if endpoint.call == Call::Blocking => {
            glue!(__fingerpost::Cow::<'static, str>::Owned(__fingerpost::capture_text(request, #index).into_owned()))
        }
        Kind::Str => glue!(__fingerpost::capture_str(request, #index)),
        _ => glue!(__fingerpost::capture_text(request, #index)),
    }
}

/// The type is the user's own, and as it is written here.
fn query(
    key: &str,
    kind: Kind,
    many: &Many,
    (own, ty): (&Type, &TokenStream),
    endpoint: &Endpoint,
) -> TokenStream {
    let expected = expected(own, ty, kind);
    if matches!(kind, Kind::Str | Kind::Cow) {
        return query_of_text(key, kind, many, endpoint.call == Call::Blocking);
    }
    match many {
        Many::One => glue!(<#ty as __fingerpost::Parameter>::query(request, #key, #expected)?),
        Many::Optional => glue!(<#ty as __fingerpost::Parameter>::query_optional(request, #key, #expected)?),
        Many::Repeated => glue!(<#ty as __fingerpost::Parameter>::query_many(request, #key, #expected)?),
        Many::Default(default) => {
            let default = default_value(default, kind, own, key, endpoint.path.span());
            glue! {
                match <#ty as __fingerpost::Parameter>::query_optional(request, #key, #expected)? {
                    __fingerpost::Some(value) => value,
                    __fingerpost::None => #default,
                }
            }
        }
    }
}

/// A handler on the pool owns its texts, since it may outlive its request.
fn query_of_text(key: &str, kind: Kind, many: &Many, owned: bool) -> TokenStream {
    match (many, kind) {
        (Many::One, _) if owned => glue!(__fingerpost::owned(__fingerpost::query_text(request, #key)?)),
        (Many::Optional, _) if owned => {
            glue!(__fingerpost::query_text_optional(request, #key)?.map(__fingerpost::owned))
        }
        (Many::Default(default), _) if owned => glue! {
            __fingerpost::query_text_optional(request, #key)?
                .map_or(__fingerpost::Cow::Borrowed(#default), __fingerpost::owned)
        },
        (Many::Repeated, _) if owned => {
            glue!(__fingerpost::all_owned(__fingerpost::query_text_many(request, #key)?))
        }
        (Many::One, Kind::Str) => glue!(__fingerpost::query_str(request, #key)?),
        (Many::Optional, Kind::Str) => glue!(__fingerpost::query_str_optional(request, #key)?),
        (Many::Default(default), Kind::Str) => {
            glue!(__fingerpost::query_str_optional(request, #key)?.unwrap_or(#default))
        }
        (Many::Repeated, Kind::Str) => glue!(__fingerpost::query_str_many(request, #key)?),
        (Many::One, _) => glue!(__fingerpost::query_text(request, #key)?),
        (Many::Optional, _) => glue!(__fingerpost::query_text_optional(request, #key)?),
        (Many::Default(default), _) => glue! {
            __fingerpost::query_text_optional(request, #key)?.unwrap_or(__fingerpost::Cow::Borrowed(#default))
        },
        (Many::Repeated, _) => glue!(__fingerpost::query_text_many(request, #key)?),
    }
}

/// A primitive default is a literal; that of a user's type is parsed when it is needed.
fn default_value(default: &str, kind: Kind, ty: &Type, key: &str, span: Span) -> TokenStream {
    match primitive::literal(ty, default).filter(|_| kind == Kind::Primitive) {
        Some(literal) => respan(literal, span),
        None => {
            let expected = expected(ty, ty, kind);
            glue!(<#ty as __fingerpost::Parameter>::default_of(request, #key, #default, #expected)?)
        }
    }
}
