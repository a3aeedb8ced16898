//! The function of the twin that reads the arguments, calls the handler and writes its answer.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Type;

use super::asked;
use super::location::{captured_again, link_to};
use super::model::{Argument, Call, Endpoint, Kind, Many, Source, respan};
use super::primitive;
use super::proofs::status_code;

/// As `quote!`, with locals that the user's names cannot meet: a handler may be called `request`.
macro_rules! glue {
    ($($tokens:tt)*) => { quote_spanned!(Span::mixed_site()=> $($tokens)*) };
}

pub(super) use glue;

/// The function that reads the arguments, calls the handler and writes its answer.
pub(super) fn call(endpoint: &Endpoint) -> TokenStream {
    let declared = declared(endpoint);
    let reads = endpoint.arguments.iter().enumerate().map(|(at, argument)| read(at, argument, endpoint));
    let reads: TokenStream = reads.collect();
    let run = run(endpoint);
    let checked = checked(endpoint);
    let respond = respond(endpoint);
    // The type carries the handler's name as its span: a future that is not `Send` is its fault.
    let future = quote_spanned! {endpoint.name.span().resolved_at(Span::mixed_site())=>
        impl __fingerpost::core::future::Future<Output = __fingerpost::Answer> + __fingerpost::core::marker::Send
    };
    let awaits_arguments = endpoint.call == Call::Blocking || endpoint.extractors().next().is_some();
    if awaits_arguments || (endpoint.call == Call::Async && borrows_locals(endpoint)) {
        let wait = (endpoint.call == Call::Async).then(|| glue!(.await));
        return glue! {
            fn call(request: &mut __fingerpost::RequestContext<'_>) -> #future {
                async move { #declared #reads let output = #run #wait; #checked #respond }
            }
        };
    }
    if endpoint.call == Call::Async {
        // The one coroutine is the handler's own: each further one costs the compiler milliseconds.
        return glue! {
            fn call(request: &mut __fingerpost::RequestContext<'_>) -> #future {
                #declared
                __fingerpost::run(
                    request,
                    |request| { #reads __fingerpost::core::result::Result::Ok(#run) },
                    |request, output| { #checked #respond },
                )
            }
        };
    }
    // Nothing is awaited, so nothing need be a coroutine.
    glue! {
        fn call(request: &mut __fingerpost::RequestContext<'_>) -> #future {
            #declared
            __fingerpost::run_now(request, |request| { #reads let output = #run; #checked #respond })
        }
    }
}

/// Whether the handler borrows what the glue holds for it: a text that may have been decoded.
fn borrows_locals(endpoint: &Endpoint) -> bool {
    endpoint.arguments.iter().any(|argument| {
        matches!(
            argument.source,
            Source::Capture { kind: Kind::Str, .. } | Source::Query { kind: Kind::Str, .. }
        )
    })
}

/// What has no name cannot be asked beside the glue whether it is a response.
fn checked(endpoint: &Endpoint) -> TokenStream {
    if endpoint.output.is_some() {
        return TokenStream::new();
    }
    let span = endpoint.output_span.resolved_at(Span::mixed_site());
    let output = Ident::new("output", span);
    let asked = quote_spanned!(span=> __fingerpost::Output::asked(#output));
    glue!(let output = #asked;)
}

/// The local that holds an argument's value.
fn local(at: usize) -> Ident {
    format_ident!("argument_{at}", span = Span::mixed_site())
}

pub(super) fn shown(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(" :: ", "::").replace(" < ", "<").replace(" >", ">")
}

/// The statement that reads one argument.
fn read(at: usize, argument: &Argument, endpoint: &Endpoint) -> TokenStream {
    let (local, ty) = (local(at), &argument.ty);
    let value = match &argument.source {
        Source::Capture { index, kind } => capture(*index, *kind, ty, endpoint),
        Source::Query { index, kind, many } => {
            let parameter = &endpoint.pattern.query[*index];
            query(&parameter.key, *kind, many, ty, endpoint)
        }
        Source::State => {
            let ty = argument.type_name(at);
            glue!(<#ty as __fingerpost::SharedState>::of(request)?)
        }
        Source::Extractor => {
            let ty = argument.type_name(at);
            glue!(__fingerpost::Extractor::<#ty>::new().extract(request).await?)
        }
    };
    glue!(let #local = #value;)
}

fn capture(index: usize, kind: Kind, ty: &Type, endpoint: &Endpoint) -> TokenStream {
    match kind {
        Kind::Str if endpoint.call == Call::Blocking => {
            glue!(__fingerpost::capture_text(request, #index).into_owned())
        }
        Kind::Cow if endpoint.call == Call::Blocking => {
            glue!(__fingerpost::Cow::<'static, str>::Owned(__fingerpost::capture_text(request, #index).into_owned()))
        }
        Kind::Str | Kind::Cow => glue!(__fingerpost::capture_text(request, #index)),
        Kind::String | Kind::Primitive | Kind::Parsed => {
            let expected = shown(ty);
            glue!(<#ty as __fingerpost::Parameter>::capture(request, #index, #expected)?)
        }
    }
}

fn query(key: &str, kind: Kind, many: &Many, ty: &Type, endpoint: &Endpoint) -> TokenStream {
    let expected = shown(ty);
    if matches!(kind, Kind::Str | Kind::Cow) {
        let owned = endpoint.call == Call::Blocking;
        return match many {
            Many::One if owned => glue!(__fingerpost::owned(__fingerpost::query_text(request, #key)?)),
            Many::One => glue!(__fingerpost::query_text(request, #key)?),
            Many::Optional if owned => {
                glue!(__fingerpost::query_text_optional(request, #key)?.map(__fingerpost::owned))
            }
            Many::Optional => glue!(__fingerpost::query_text_optional(request, #key)?),
            Many::Default(default) if owned => glue! {
                __fingerpost::query_text_optional(request, #key)?
                    .map_or(__fingerpost::Cow::Borrowed(#default), __fingerpost::owned)
            },
            Many::Default(default) => glue! {
                __fingerpost::query_text_optional(request, #key)?.unwrap_or(__fingerpost::Cow::Borrowed(#default))
            },
            Many::Repeated if owned => {
                glue!(__fingerpost::all_owned(__fingerpost::query_text_many(request, #key)?))
            }
            Many::Repeated => glue!(__fingerpost::query_text_many(request, #key)?),
        };
    }
    match many {
        Many::One => glue!(<#ty as __fingerpost::Parameter>::query(request, #key, #expected)?),
        Many::Optional => glue!(<#ty as __fingerpost::Parameter>::query_optional(request, #key, #expected)?),
        Many::Repeated => glue!(<#ty as __fingerpost::Parameter>::query_many(request, #key, #expected)?),
        Many::Default(default) => {
            let default = default_value(default, kind, ty, key, endpoint.path.span());
            glue! {
                match <#ty as __fingerpost::Parameter>::query_optional(request, #key, #expected)? {
                    __fingerpost::core::option::Option::Some(value) => value,
                    __fingerpost::core::option::Option::None => #default,
                }
            }
        }
    }
}

/// A primitive default is a literal; that of a user's type is parsed when it is needed.
fn default_value(default: &str, kind: Kind, ty: &Type, key: &str, span: Span) -> TokenStream {
    match primitive::literal(ty, default).filter(|_| kind == Kind::Primitive) {
        Some(literal) => respan(literal, span),
        None => {
            let expected = shown(ty);
            glue!(<#ty as __fingerpost::Parameter>::default_of(request, #key, #default, #expected)?)
        }
    }
}

/// The call of the handler itself.
fn run(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let values =
        endpoint.arguments.iter().enumerate().map(|(at, argument)| pass(at, argument, endpoint.call));
    match endpoint.call {
        Call::Sync => glue!(#name(#(#values),*)),
        Call::Async => glue!(#name(#(#values),*)),
        Call::Blocking => {
            // State is proved to be there before the handler is sent to another thread, which reaches it by the app.
            let are_send = asked::are_send(endpoint);
            glue! {
                __fingerpost::Pool::<{ #are_send }, _>(
                    move |context: &__fingerpost::BlockingContext| #name(#(#values),*)
                ).run(request).await?
            }
        }
    }
}

/// How a local is handed to the handler.
fn pass(at: usize, argument: &Argument, call: Call) -> TokenStream {
    let local = local(at);
    match &argument.source {
        Source::Capture { kind: Kind::Str, .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::One | Many::Default(_), .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::Optional, .. } => glue!(#local.as_deref()),
        Source::Query { kind: Kind::Str, many: Many::Repeated, .. } => glue!(__fingerpost::borrowed(&#local)),
        Source::State if call == Call::Blocking => {
            let ty = argument.type_name(at);
            glue!(<#ty as __fingerpost::SharedState>::of_blocking(context))
        }
        _ => glue!(#local),
    }
}

/// Whether anything is declared of the success.
fn declares(endpoint: &Endpoint) -> bool {
    endpoint.status.is_some() || endpoint.content_type.is_some() || !endpoint.headers.is_empty()
}

/// The static that holds what is declared of the success.
fn declared(endpoint: &Endpoint) -> TokenStream {
    if !declares(endpoint) {
        return TokenStream::new();
    }
    let status = endpoint.status.as_ref().map_or_else(|| glue!(0), status_code);
    let content_type = endpoint.content_type.as_ref().map(|(text, _)| text.as_str()).unwrap_or_default();
    let count = endpoint.headers.len();
    let headers = endpoint.headers.iter().map(|(name, value)| {
        glue!((__fingerpost::HeaderName::from_static(#name), __fingerpost::HeaderValue::from_static(#value)))
    });
    let (headers, listed) = match count {
        0 => (TokenStream::new(), glue!(&[])),
        _ => (
            glue! {
                static HEADERS: [(__fingerpost::HeaderName, __fingerpost::HeaderValue); #count] = [#(#headers),*];
            },
            glue!(&HEADERS),
        ),
    };
    glue! {
        #headers
        static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(#status, #content_type, #listed);
    }
}

fn respond(endpoint: &Endpoint) -> TokenStream {
    let declared =
        if declares(endpoint) { glue!(&DECLARED) } else { glue!(&__fingerpost::Declared::NOTHING) };
    match &endpoint.location {
        None => glue!(__fingerpost::Returned(output).respond(request, #declared)),
        Some(location) => {
            let captures = location.captures.iter().map(|(at, name)| captured_again(*at, name, endpoint));
            let link = link_to(&endpoint.name, location);
            let value = location.value.as_ref().map_or_else(|| glue!(_), ToTokens::to_token_stream);
            glue! {
                #(#captures)*
                __fingerpost::Returned(output).respond_at(request, #declared, |#value| #link)
            }
        }
    }
}
