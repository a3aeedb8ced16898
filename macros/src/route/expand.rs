//! `Endpoint` to tokens: the twin, its glue and its proofs. Nothing here can fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::link;
use super::model::{Argument, Call, Endpoint, Kind, Location, Many, Source, Status, respan};
use super::path::Segment;

/// As `quote!`, with locals that the user's names cannot meet: a handler may be called `request`.
macro_rules! glue {
    ($($tokens:tt)*) => { quote_spanned!(Span::mixed_site()=> $($tokens)*) };
}

/// The items that stand beside the function.
pub(super) fn expand(root: &TokenStream, endpoint: &Endpoint) -> TokenStream {
    let Endpoint { name, vis, conditions, .. } = endpoint;
    let doc = format!("The route `{} {}`.", endpoint.methods.join(" | "), endpoint.pattern.text);
    let path = link::path_function(endpoint);
    let linked = link::linked(endpoint);
    let route = route_info(endpoint);
    let call = call(endpoint);
    let needs = needs(endpoint);
    let proofs = proofs(endpoint);
    let status = status_constant(endpoint);
    quote! {
        #(#conditions)*
        #[doc = #doc]
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
        #vis enum #name {}

        #(#conditions)*
        #[allow(deprecated, unused_qualifications, non_camel_case_types, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root::__private as __fingerpost;

            #status

            impl #name {
                #path
            }

            impl __fingerpost::Endpoint for #name {
                const ROUTE: &'static __fingerpost::RouteInfo = &#route;

                #call
            }

            #needs
            #linked
            #proofs
        };
    }
}

/// The constant that says what the attribute says.
fn route_info(endpoint: &Endpoint) -> TokenStream {
    let name = super::signature::plain(&endpoint.name);
    let methods = &endpoint.methods;
    let path = &endpoint.pattern.text;
    // `line!` is where its tokens stand: at the path that the user wrote.
    let place = respan(quote!(::core::line!()), endpoint.path.span());
    let segments = endpoint.pattern.segments.iter().map(segment);
    let captures = endpoint.pattern.captures();
    let mut info = quote! {
        __fingerpost::RouteInfo::new(#name, &[#(#methods),*], #path)
            .at(::core::module_path!(), ::core::file!(), #place)
            .segments(&[#(#segments),*], &[#(#captures),*])
    };
    if let Some(bytes) = endpoint.body_limit {
        info.extend(quote!(.body_limit(#bytes)));
    }
    if let Some(milliseconds) = endpoint.timeout_ms {
        info.extend(quote!(.timeout_ms(#milliseconds)));
    }
    let (summary, description) = (&endpoint.docs.summary, &endpoint.docs.description);
    if !summary.is_empty() {
        info.extend(quote!(.documented(#summary, #description)));
    }
    if !endpoint.tags.is_empty() {
        let tags = &endpoint.tags;
        info.extend(quote!(.tags(&[#(#tags),*])));
    }
    if let Some(id) = &endpoint.operation_id {
        info.extend(quote!(.operation_id(#id)));
    }
    if endpoint.hidden {
        info.extend(quote!(.hidden()));
    }
    if endpoint.deprecated {
        info.extend(quote!(.deprecated()));
    }
    info
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

/// The function that reads the arguments, calls the handler and writes its answer.
fn call(endpoint: &Endpoint) -> TokenStream {
    let declared = declared(endpoint);
    let reads = endpoint.arguments.iter().enumerate().map(|(at, argument)| read(at, argument, endpoint));
    let reads: TokenStream = reads.collect();
    let run = run(endpoint);
    let respond = respond(endpoint);
    let body = glue!(#declared #reads let output = #run; #respond);
    // The signature carries the handler's name as its span: a future that is not `Send` is its fault.
    let span = endpoint.name.span().resolved_at(Span::mixed_site());
    if endpoint.call == Call::Sync && endpoint.extractors().next().is_none() {
        // Nothing is awaited, so nothing need be a coroutine.
        return glue! {
            fn call(
                request: &mut __fingerpost::RequestContext<'_>,
            ) -> impl ::core::future::Future<Output = __fingerpost::Answer> + ::core::marker::Send {
                fn answer(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
                    #body
                }
                ::core::future::ready(answer(request))
            }
        };
    }
    let signature = quote_spanned! {span=>
        async fn call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer
    };
    glue!(#signature { #body })
}

/// The local that holds an argument's value.
fn local(at: usize) -> Ident {
    format_ident!("argument_{at}", span = Span::mixed_site())
}

fn shown(ty: &Type) -> String {
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
        Source::State => glue!(__fingerpost::state::<#ty>(request)?),
        Source::Extractor => glue!(__fingerpost::extract::<#ty>(request).await?),
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
            glue!(__fingerpost::capture::<#ty>(request, #index, #expected)?)
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
        Many::One => glue!(__fingerpost::query::<#ty>(request, #key, #expected)?),
        Many::Optional => glue!(__fingerpost::query_optional::<#ty>(request, #key, #expected)?),
        Many::Repeated => glue!(__fingerpost::query_many::<#ty>(request, #key, #expected)?),
        Many::Default(default) => {
            let default = default_value(default, kind, ty, key, endpoint.path.span());
            glue! {
                match __fingerpost::query_optional::<#ty>(request, #key, #expected)? {
                    ::core::option::Option::Some(value) => value,
                    ::core::option::Option::None => #default,
                }
            }
        }
    }
}

/// The default of a number is checked by the compiler; that of a user's type is parsed when it is needed.
fn default_value(default: &str, kind: Kind, ty: &Type, key: &str, span: Span) -> TokenStream {
    let literal =
        (kind == Kind::Primitive).then(|| syn::parse_str::<syn::Expr>(default)).and_then(Result::ok);
    match literal {
        Some(literal) => {
            let literal = respan(literal.to_token_stream(), span);
            glue!({ let value: #ty = #literal; value })
        }
        None => {
            let expected = shown(ty);
            glue!(__fingerpost::default_of::<#ty>(request, #key, #default, #expected)?)
        }
    }
}

/// The call of the handler itself.
fn run(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let values =
        endpoint.arguments.iter().enumerate().map(|(at, argument)| pass(&local(at), argument, endpoint.call));
    match endpoint.call {
        Call::Sync => glue!(#name(#(#values),*)),
        Call::Async => glue!(#name(#(#values),*).await),
        Call::Blocking => {
            // State is proved to be there before the handler is sent to another thread, which reaches it by the app.
            glue!(__fingerpost::blocking(request, move |context| #name(#(#values),*)).await?)
        }
    }
}

/// How a local is handed to the handler.
fn pass(local: &Ident, argument: &Argument, call: Call) -> TokenStream {
    match &argument.source {
        Source::Capture { kind: Kind::Str, .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::One | Many::Default(_), .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::Optional, .. } => glue!(#local.as_deref()),
        Source::Query { kind: Kind::Str, many: Many::Repeated, .. } => glue!(__fingerpost::borrowed(&#local)),
        Source::State if call == Call::Blocking => {
            let ty = &argument.ty;
            glue!(context.state::<#ty>())
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
    let content_type = endpoint.content_type.as_deref().unwrap_or_default();
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

/// The declared status, a number.
fn status_code(status: &Status) -> TokenStream {
    match status {
        Status::Code(code, span) => {
            let code = Literal::u16_unsuffixed(*code);
            quote_spanned!(*span=> #code)
        }
        // Evaluated once, so that a wrong one is said once.
        Status::Constant(_) => glue!(__STATUS),
    }
}

fn status_constant(endpoint: &Endpoint) -> TokenStream {
    let Some(Status::Constant(path)) = &endpoint.status else { return TokenStream::new() };
    quote_spanned! {path.span()=>
        const __STATUS: u16 = __fingerpost::check::status(__fingerpost::check::StatusConst(#path).code());
    }
}

fn respond(endpoint: &Endpoint) -> TokenStream {
    let declared =
        if declares(endpoint) { glue!(&DECLARED) } else { glue!(&__fingerpost::Declared::NOTHING) };
    // The bound is stated at the user's own return type, where there is one.
    let output = endpoint.output.as_ref();
    match &endpoint.location {
        None => {
            let turbofish = output.map(|ty| glue!(::<#ty>));
            glue!(__fingerpost::respond #turbofish(request, output, #declared))
        }
        Some(location) => {
            let turbofish = output.map(|ty| glue!(::<#ty, _>));
            let captures = location.captures.iter().map(|&at| captured_again(at, endpoint));
            let link = link_to(location);
            let value = location.value.as_ref().map_or_else(|| glue!(_), ToTokens::to_token_stream);
            glue! {
                #(#captures)*
                __fingerpost::respond_at #turbofish(request, output, #declared, |#value| #link)
            }
        }
    }
}

/// The handler has consumed its arguments: a capture that `location` names is read again.
fn captured_again(at: usize, endpoint: &Endpoint) -> TokenStream {
    let argument = &endpoint.arguments[at];
    let (Source::Capture { index, kind }, Some(name)) = (&argument.source, &argument.name) else {
        return TokenStream::new();
    };
    let ty = &argument.ty;
    match kind {
        Kind::Str | Kind::Cow => glue!(let #name = __fingerpost::capture_text(request, #index);),
        _ => {
            let expected = shown(ty);
            glue!(let #name = __fingerpost::capture::<#ty>(request, #index, #expected)?;)
        }
    }
}

/// The path of the handler that `location` names, with its parameters by name.
fn link_to(location: &Location) -> TokenStream {
    let handler = &location.handler;
    let given = location.values.iter().map(|(name, _)| super::signature::plain(name));
    let sets = location.values.iter().map(|(name, value)| {
        let value = quote_spanned!(value.span()=> &(#value));
        glue!(values.#name = ::core::option::Option::Some(#value);)
    });
    let check = quote_spanned! {location.parentheses=>
        const _: () = __fingerpost::check::link(<#handler as __fingerpost::Linked<'static>>::REQUIRED, &[#(#given),*]);
    };
    let mutable = (!location.values.is_empty()).then(|| glue!(mut));
    glue! {{
        #check
        #[allow(unused_mut, clippy::let_unit_value)]
        let #mutable values = <<#handler as __fingerpost::Linked<'_>>::Values as ::core::default::Default>::default();
        #(#sets)*
        <#handler as __fingerpost::Linked<'_>>::link(values)
    }}
}

/// That the handler can be mounted where its state is provided.
fn needs(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let states: Vec<TokenStream> = endpoint
        .states()
        .map(ToTokens::to_token_stream)
        .chain(endpoint.extractors().map(|ty| quote!(<#ty as __fingerpost::FromState>::State)))
        .collect();
    if states.is_empty() {
        return quote!(impl<__P> __fingerpost::Needs<__P, ()> for #name {});
    }
    let places: Vec<Ident> = (0..states.len()).map(|at| format_ident!("__{at}")).collect();
    quote! {
        impl<__P, #(#places),*> __fingerpost::Needs<__P, (#(#places,)*)> for #name
        where
            #(__P: __fingerpost::Provides<#states, #places>,)*
        {
        }
    }
}

/// What const evaluation checks of types that the macro cannot see through.
fn proofs(endpoint: &Endpoint) -> TokenStream {
    let mut proofs = TokenStream::new();
    if let (Some(status), Some(output)) = (&endpoint.status, &endpoint.output) {
        let code = status_code(status);
        let span = status.span();
        proofs.extend(quote_spanned! {span=>
            const _: () = __fingerpost::check::declared_status::<#output>(#code);
        });
    }
    let extractors: Vec<&Type> = endpoint.extractors().collect();
    let bodiless = endpoint.methods.iter().find(|method| matches!(method.as_str(), "GET" | "HEAD" | "TRACE"));
    if let Some(method) = bodiless {
        for ty in &extractors {
            proofs.extend(quote_spanned! {ty.span()=>
                const _: () = __fingerpost::check::no_body_reader(__fingerpost::check::reads_body::<#ty>(), #method);
            });
        }
    } else if extractors.len() > 1 {
        let later = (1..extractors.len()).map(|at| {
            let earlier = &extractors[..at];
            let ty = extractors[at];
            quote_spanned! {ty.span()=>
                const _: () = __fingerpost::check::one_body_reader(
                    &[#(__fingerpost::check::reads_body::<#earlier>()),*],
                    __fingerpost::check::reads_body::<#ty>(),
                );
            }
        });
        proofs.extend(later);
    }
    proofs
}
