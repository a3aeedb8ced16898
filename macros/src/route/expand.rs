//! `Endpoint` to tokens: the twin, its glue and its proofs. Nothing here can fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::arguments::{generics, ungrouped};
use super::link;
use super::model::{Argument, Call, Endpoint, Kind, Location, Many, Source, Status, respan};
use super::path::Segment;
use super::primitive;

/// As `quote!`, with locals that the user's names cannot meet: a handler may be called `request`.
macro_rules! glue {
    ($($tokens:tt)*) => { quote_spanned!(Span::mixed_site()=> $($tokens)*) };
}

/// The items that stand beside the function.
pub(super) fn expand(root: &TokenStream, endpoint: &Endpoint) -> TokenStream {
    let Endpoint { name, vis, conditions, .. } = endpoint;
    let doc = format!("The route `{} {}`.", endpoint.methods.join(" | "), endpoint.pattern.text);
    let id = super::signature::plain(name);
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
        #[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types, clippy::all, clippy::pedantic)]
        const _: () = {
            use #root::__private::{self as __fingerpost, methods::*};

            #status

            const __ROUTE: &__fingerpost::RouteInfo = &#route;

            impl #name {
                #path
            }

            impl __fingerpost::Endpoint for #name {
                const ROUTE: &'static __fingerpost::RouteInfo = __ROUTE;
                const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(__fingerpost::core::module_path!(), #id);

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
    let place = respan(quote!(__fingerpost::core::line!()), endpoint.path.span());
    let segments = endpoint.pattern.segments.iter().map(segment);
    let captures = endpoint.pattern.captures();
    let mut info = quote! {
        __fingerpost::RouteInfo::new(#name, &[#(#methods),*], #path)
            .at(__fingerpost::core::module_path!(), __fingerpost::core::file!(), #place)
            .segments(&[#(#segments),*], &[#(#captures),*])
    };
    if let Some((bytes, _)) = endpoint.body_limit {
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
    if let Some(location) = &endpoint.location {
        let handler = &location.handler;
        info.extend(quote!(.links(&[<#handler as __fingerpost::Endpoint>::ID])));
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
    let checked = checked(endpoint);
    let respond = respond(endpoint);
    let awaits_arguments = endpoint.call == Call::Blocking || endpoint.extractors().next().is_some();
    if awaits_arguments || (endpoint.call == Call::Async && borrows_locals(endpoint)) {
        // The signature carries the handler's name as its span: a future that is not `Send` is its fault.
        let span = endpoint.name.span().resolved_at(Span::mixed_site());
        let signature = quote_spanned! {span=>
            async fn call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer
        };
        let wait = (endpoint.call == Call::Async).then(|| glue!(.await));
        return glue!(#signature { #declared #reads let output = #run #wait; #checked #respond });
    }
    let future = quote_spanned! {endpoint.name.span().resolved_at(Span::mixed_site())=>
        impl __fingerpost::core::future::Future<Output = __fingerpost::Answer> + __fingerpost::core::marker::Send
    };
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
    let responds = quote_spanned!(endpoint.output_span=> __fingerpost::responds);
    glue!(let output = #responds(output);)
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
        Source::Extractor => glue!(__fingerpost::Extractor::<#ty>::new().extract(request).await?),
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
        endpoint.arguments.iter().enumerate().map(|(at, argument)| pass(&local(at), argument, endpoint.call));
    match endpoint.call {
        Call::Sync => glue!(#name(#(#values),*)),
        Call::Async => glue!(#name(#(#values),*)),
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
        const _: u16 = __fingerpost::check::status(__fingerpost::check::StatusConst({
            // What is nearly one of these names is said to be.
            #[allow(unused_imports)]
            use __fingerpost::statuses::*;
            #path
        }).code());
        const __STATUS: u16 = __fingerpost::check::StatusConst({
            #[allow(unused_imports)]
            use __fingerpost::statuses::*;
            #path
        }).unproved();
    }
}

fn respond(endpoint: &Endpoint) -> TokenStream {
    let declared =
        if declares(endpoint) { glue!(&DECLARED) } else { glue!(&__fingerpost::Declared::NOTHING) };
    match &endpoint.location {
        None => glue!(__fingerpost::Returned(output).respond(request, #declared)),
        Some(location) => {
            let captures = location.captures.iter().map(|(at, name)| captured_again(*at, name, endpoint));
            let link = link_to(location);
            let value = location.value.as_ref().map_or_else(|| glue!(_), ToTokens::to_token_stream);
            glue! {
                #(#captures)*
                __fingerpost::Returned(output).respond_at(request, #declared, |#value| #link)
            }
        }
    }
}

/// The handler has consumed its arguments: a capture that `location` names is read again.
fn captured_again(at: usize, name: &Ident, endpoint: &Endpoint) -> TokenStream {
    let argument = &endpoint.arguments[at];
    let Source::Capture { index, kind } = &argument.source else { return TokenStream::new() };
    let ty = &argument.ty;
    match kind {
        Kind::Str | Kind::Cow => glue!(let #name = __fingerpost::capture_text(request, #index);),
        _ => {
            let expected = shown(ty);
            glue!(let #name = <#ty as __fingerpost::Parameter>::capture(request, #index, #expected)?;)
        }
    }
}

/// The path of the handler that `location` names, with its parameters by name.
fn link_to(location: &Location) -> TokenStream {
    let handler = &location.handler;
    let link = glue!(<#handler as __fingerpost::Linked<'_>>);
    let given = location.values.iter().map(|(name, _)| super::signature::plain(name));
    let check = quote_spanned! {location.parentheses=>
        const _: () = __fingerpost::check::link(<#handler as __fingerpost::Linked<'static>>::PARAMETERS, &[#(#given),*]);
    };
    if location.values.is_empty() {
        return glue!({ #check #link::link(__fingerpost::core::default::Default::default()) });
    }
    // A `match` keeps what the values borrow alive until the path is made.
    let values = location.values.iter().map(|(_, value)| quote_spanned!(value.span()=> &(#value)));
    let locals: Vec<Ident> = location
        .values
        .iter()
        .enumerate()
        .map(|(at, (_, value))| {
            format_ident!("value_{at}", span = value.span().resolved_at(Span::mixed_site()))
        })
        .collect();
    let sets = location.values.iter().zip(&locals).map(|((name, value), local)| {
        let some = quote_spanned!(value.span()=> __fingerpost::core::option::Option::Some(#local));
        glue!(values.#name = #some;)
    });
    glue! {{
        #check
        match (#(#values,)*) {
            (#(#locals,)*) => {
                let mut values: #link::Values = __fingerpost::core::default::Default::default();
                #(#sets)*
                #link::link(values)
            }
        }
    }}
}

/// That the handler can be mounted where its state is provided.
fn needs(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let states: Vec<&Type> = endpoint.states().collect();
    let extractors: Vec<&Type> = endpoint.extractors().collect();
    if states.is_empty() && extractors.is_empty() {
        return quote!(impl<__P> __fingerpost::Needs<__P, ()> for #name {});
    }
    let places: Vec<Ident> = (0..states.len() + extractors.len()).map(|at| format_ident!("__{at}")).collect();
    let (of_states, of_extractors) = places.split_at(states.len());
    let reads: Vec<Ident> = (0..extractors.len()).map(|at| format_ident!("__READS_STATE_{at}")).collect();
    quote! {
        #(
            const #reads: bool = __fingerpost::Asked::<#extractors>::IS_EXTRACTOR
                && !__fingerpost::Asked::<#extractors>::READS_NO_STATE;
        )*

        impl<__P, #(#places),*> __fingerpost::Needs<__P, (#(#places,)*)> for #name
        where
            #(__P: __fingerpost::Provides<#states, #of_states>,)*
            #(__P: __fingerpost::ProvidesFor<#extractors, { #reads }, #of_extractors>,)*
        {
        }
    }
}

/// What the compiler checks of types that the macro cannot see through, each type once.
fn proofs(endpoint: &Endpoint) -> TokenStream {
    let mut proofs = output_proofs(endpoint);
    let extractors: Vec<&Type> = endpoint.extractors().collect();
    let readers: Vec<Ident> = (0..extractors.len()).map(|at| format_ident!("__READS_BODY_{at}")).collect();
    let bodiless = endpoint.methods.iter().find(|method| matches!(method.as_str(), "GET" | "HEAD" | "TRACE"));
    for (at, (ty, reads)) in extractors.iter().zip(&readers).enumerate() {
        let earlier = &readers[..at];
        let is_extractor = if is_plain(ty) {
            quote_spanned!(ty.span()=> () = __fingerpost::check::extractor(__fingerpost::Asked::<#ty>::IS_EXTRACTOR))
        } else {
            // The compiler says best what a `Json<T>` lacks.
            quote_spanned!(ty.span()=> bool = <#ty as __fingerpost::FromState>::READS_BODY)
        };
        let reads_rightly = match bodiless {
            Some(method) => quote_spanned!(ty.span()=> __fingerpost::check::no_body_reader(#reads, #method)),
            None => {
                quote_spanned!(ty.span()=> __fingerpost::check::one_body_reader(&[#(#earlier),*], #reads))
            }
        };
        proofs.extend(quote! {
            const _: #is_extractor;
            const #reads: bool = __fingerpost::Asked::<#ty>::READS_BODY;
            const _: () = #reads_rightly;
        });
    }
    if let Some((_, span)) = endpoint.body_limit {
        proofs
            .extend(quote_spanned!(span=> const _: () = __fingerpost::check::body_limit(&[#(#readers),*]);));
    }
    proofs
}

/// Whether a type is a path without arguments, of which nothing more is to be said than what it is not.
fn is_plain(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.arguments.is_none()),
        _ => false,
    }
}

/// That what the handler returns is a response. Of a `Result` each half is asked alone, so that the right one is blamed.
fn output_proofs(endpoint: &Endpoint) -> TokenStream {
    let Some(output) = &endpoint.output else { return TokenStream::new() };
    let mut proofs = TokenStream::new();
    let mut success = output;
    loop {
        if let Some([ok, error]) = generics(success, "Result") {
            proofs.extend(if is_plain(error) {
                quote_spanned!(error.span()=> const _: () = __fingerpost::check::error(__fingerpost::Asked::<#error>::IS_RESPONDER);)
            } else {
                quote_spanned!(error.span()=> const _: __fingerpost::Facts = <#error as __fingerpost::Responder>::FACTS;)
            });
            success = ok;
        } else if let Some([some]) = generics(success, "Option") {
            success = some;
        } else {
            break;
        }
    }
    proofs.extend(if is_plain(success) {
        quote_spanned!(success.span()=> const _: () = __fingerpost::check::output(__fingerpost::Asked::<#success>::IS_OUTPUT);)
    } else {
        quote_spanned!(success.span()=> const _: __fingerpost::Facts = <#success as __fingerpost::Output>::FACTS;)
    });
    let facts = quote!(__fingerpost::Asked::<#success>::FACTS);
    if let Some(status) = &endpoint.status {
        let code = status_code(status);
        proofs.extend(quote_spanned! {status.span()=>
            const _: () = __fingerpost::check::declared_status(#facts, #code);
        });
    }
    if let Some((_, span)) = &endpoint.content_type {
        proofs.extend(
            quote_spanned!(*span=> const _: () = __fingerpost::check::declared_content_type(#facts);),
        );
    }
    proofs
}
