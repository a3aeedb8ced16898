//! The function of the twin that reads the arguments, calls the handler and writes its answer.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use super::asked;
use super::location::{LOCATING, captured_again, link_to, linking};
use super::model::{Argument, Call, Endpoint, Kind, Many, Source};
use super::proofs::status_code;
use super::reads::{local, read};
use super::signature::mentions;
use super::validators;

/// As `quote!`, with locals that the user's names cannot meet: a handler may be called `request`.
macro_rules! glue {
    ($($tokens:tt)*) => { quote_spanned!(Span::mixed_site()=> $($tokens)*) };
}

pub(super) use glue;

/// How the route is called, and the function that reads the arguments, calls the handler and has its output answered.
pub(super) fn call(endpoint: &Endpoint) -> (&'static str, TokenStream) {
    let declared = declared(endpoint);
    let bounds = asked::extractors_by_bound(endpoint);
    let in_order = |waits: bool| {
        let arguments = endpoint.arguments.iter().enumerate();
        arguments.filter(move |(_, argument)| matches!(argument.source, Source::Extractor) == waits)
    };
    // What waits for nothing is read first: what the request's line says wrongly is said before its body is read.
    let reads = in_order(false).map(|(at, argument)| read(at, argument, endpoint));
    let reads = glue!(#(#reads)*);
    let extractors: Vec<(Ident, Ident)> =
        in_order(true).map(|(at, argument)| (local(at), argument.type_name(at))).collect();
    if extractors.is_empty() && endpoint.call == Call::Sync && !is_negotiated(endpoint) {
        let run = run(endpoint);
        let answered = if is_plain(endpoint) {
            let what = what_is_declared(endpoint);
            glue!(__fingerpost::Plain(#run).answer(request, #what))
        } else {
            let answer = answer(endpoint, &glue!(__fingerpost::returned(&output)));
            glue! {
                let output = #run;
                let answer = #answer;
                __fingerpost::Answering::answer(answer, output, request)
            }
        };
        let function = glue! {
            fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
                #declared
                #bounds
                #reads
                #answered
            }
        };
        return ("Now", function);
    }
    let later = if extractors.is_empty() {
        future(endpoint)
    } else {
        let extracting = extracting(endpoint, &extractors);
        glue!(__fingerpost::Ok(#extracting))
    };
    let pool = (endpoint.call == Call::Blocking)
        .then(|| glue!(let pool = __fingerpost::BlockingContext::of(request);));
    let function = glue! {
        fn __call<'a>(
            request: &'a mut __fingerpost::RequestContext<'_>,
        ) -> __fingerpost::LaterAnswer<'a> {
            #declared
            #bounds
            #reads
            #pool
            #later
        }
    };
    ("Later", function)
}

/// Whether a representation is chosen before the handler is called, as far as the type is written.
fn is_negotiated(endpoint: &Endpoint) -> bool {
    endpoint.output.as_ref().is_some_and(|ty| mentions(&ty.to_token_stream(), "Negotiated"))
}

/// The future of a handler whose arguments are all there.
fn future(endpoint: &Endpoint) -> TokenStream {
    let mut run = run(endpoint);
    if endpoint.call == Call::Sync {
        run = glue!(async move { #run });
    }
    // A future that is not `Send` is the handler's fault.
    let future = Ident::new("future", endpoint.name.span().resolved_at(Span::mixed_site()));
    if is_plain(endpoint) && endpoint.call != Call::Blocking {
        let what = what_is_declared(endpoint);
        let sent = sent(endpoint, &quote_spanned!(future.span()=> future.__get()));
        let answer = Ident::new("answer", future.span());
        return glue! {
            let future = __fingerpost::Started::new(#run);
            #sent
            #future.#answer(request, #what)
        };
    }
    let sent = sent(endpoint, &quote_spanned!(future.span()=> &future));
    let answer = answer(
        endpoint,
        &match endpoint.call {
            Call::Blocking => glue!(__fingerpost::returned_from_pool(&future)),
            Call::Sync | Call::Async => glue!(__fingerpost::returned_by(&future)),
        },
    );
    glue! {
        let future = #run;
        #sent
        let answer = #answer;
        __fingerpost::Ok(__fingerpost::later(request, #future, answer))
    }
}

/// Whether nothing is made of the success but what it is.
fn is_plain(endpoint: &Endpoint) -> bool {
    endpoint.location.is_none() && endpoint.validators.is_none()
}

/// The future that reads the extractors and calls the handler with them.
fn extracting(endpoint: &Endpoint, extractors: &[(Ident, Ident)]) -> TokenStream {
    let nested = |tokens: &mut dyn Iterator<Item = TokenStream>| {
        let tokens: Vec<TokenStream> = tokens.collect();
        tokens.into_iter().rev().fold(glue!(()), |rest, first| glue!((#first, #rest)))
    };
    let locals = nested(&mut extractors.iter().map(|(local, _)| local.to_token_stream()));
    let types = nested(&mut extractors.iter().map(|(_, ty)| ty.to_token_stream()));
    let mut run = run(endpoint);
    let (then, returned) = match endpoint.call {
        Call::Sync => ("__now", glue!(__fingerpost::returned_by_call(&handler))),
        Call::Async => ("__later", glue!(__fingerpost::returned_by_start(&handler))),
        Call::Blocking => ("__later", glue!(__fingerpost::returned_from_pool_by_start(&handler))),
    };
    let then = Ident::new(then, endpoint.name.span().resolved_at(Span::mixed_site()));
    let answer = answer(endpoint, &returned);
    if endpoint.call == Call::Async {
        let sent = sent(endpoint, &quote_spanned!(then.span()=> &future));
        run = glue!({ let future = #run; #sent future });
    }
    let extracted = quote_spanned! {endpoint.name.span().resolved_at(Span::mixed_site())=>
        __fingerpost::Extracting::<#types>::TYPES.#then(request, handler, answer)
    };
    glue! {{
        let handler = move |#locals: #types| #run;
        let answer = #answer;
        #extracted
    }}
}

/// That the future is `Send`: by a cast, of which the compiler has less to say than of a bound.
fn sent(endpoint: &Endpoint, future: &TokenStream) -> TokenStream {
    if endpoint.call != Call::Async {
        return TokenStream::new();
    }
    quote_spanned! {endpoint.name.span().resolved_at(Span::mixed_site())=>
        let _: &dyn __fingerpost::Send = #future;
    }
}

/// The call of an `async` handler. Of a future that borrows what cannot be state no more is to be said: where a type is written as
/// one that threads cannot share, another stands in the future's place.
fn borrowing(endpoint: &Endpoint, run: TokenStream) -> TokenStream {
    const OF_ONE_THREAD: [&str; 5] = ["Rc", "Cell", "RefCell", "OnceCell", "LazyCell"];
    let states = endpoint.named_arguments().filter(|(_, argument)| {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        matches!(argument.source, Source::State) && {
            let written = argument.ty.to_token_stream().to_string();
            written.split(|letter| !is_word(letter)).any(|word| OF_ONE_THREAD.contains(&word))
        }
    });
    states.fold(
        run,
        |run, (ty, _)| glue!(__fingerpost::LentIf::<{ __fingerpost::Asked::<#ty>::IS_SHARED }>::lent(#run)),
    )
}

/// What has no name cannot be asked beside the glue whether it is a response.
fn checked(endpoint: &Endpoint, output: &TokenStream) -> TokenStream {
    if endpoint.output.is_some() {
        return output.clone();
    }
    let span = endpoint.output_span.resolved_at(Span::mixed_site());
    let local = Ident::new("output", span);
    let asked = quote_spanned!(span=> __fingerpost::Output::asked(#local));
    glue!({ let output = #output; #asked })
}

/// The call of the handler itself, and what is asked of an output without a name.
fn run(endpoint: &Endpoint) -> TokenStream {
    let name = &endpoint.name;
    let values =
        endpoint.arguments.iter().enumerate().map(|(at, argument)| pass(at, argument, endpoint.call));
    match endpoint.call {
        Call::Sync => checked(endpoint, &glue!(#name(#(#values),*))),
        Call::Async if endpoint.output.is_none() => {
            let output = checked(endpoint, &glue!(#name(#(#values),*).await));
            glue!(async move { #output })
        }
        Call::Async => borrowing(endpoint, glue!(#name(#(#values),*))),
        Call::Blocking => {
            // State is proved to be there before the handler is sent to another thread, which reaches it by the app.
            let are_send = asked::are_send(endpoint);
            glue! {
                __fingerpost::Pool::<{ #are_send }, _>(
                    pool, move |context: &__fingerpost::BlockingContext| #name(#(#values),*)
                ).run()
            }
        }
    }
}

/// How a local is handed to the handler.
fn pass(at: usize, argument: &Argument, call: Call) -> TokenStream {
    let local = local(at);
    if call != Call::Blocking {
        return local.to_token_stream();
    }
    match &argument.source {
        Source::Capture { kind: Kind::Str, .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::One | Many::Default(_), .. } => glue!(&#local),
        Source::Query { kind: Kind::Str, many: Many::Optional, .. } => {
            glue!(__fingerpost::core::option::Option::as_deref(&#local))
        }
        Source::Query { kind: Kind::Str, many: Many::Repeated, .. } => glue!(__fingerpost::borrowed(&#local)),
        Source::State => {
            let ty = argument.type_name(at);
            glue!(<#ty as __fingerpost::SharedState>::of_blocking(context))
        }
        _ => local.to_token_stream(),
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
                static __HEADERS: [(__fingerpost::HeaderName, __fingerpost::HeaderValue); #count] = [#(#headers),*];
            },
            glue!(&__HEADERS),
        ),
    };
    glue! {
        #headers
        static __DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(#status, #content_type, #listed);
    }
}

fn what_is_declared(endpoint: &Endpoint) -> TokenStream {
    if declares(endpoint) { glue!(&__DECLARED) } else { glue!(&__fingerpost::NOTHING) }
}

/// What becomes of the output: with what is declared, and with a `Location` if one is.
fn answer(endpoint: &Endpoint, returned: &TokenStream) -> TokenStream {
    let declared = what_is_declared(endpoint);
    let answer = match (&endpoint.location, &endpoint.validators) {
        (None, None) => glue!(#returned.__declares(#declared)),
        (None, Some(validators)) => {
            let by_content = matches!(validators.etag, Some(None));
            let made = validators::made(validators);
            glue!(#returned.__validates(#declared, #by_content, #made))
        }
        (Some(location), _) => {
            let captures = location.captures.iter().map(|(at, name)| captured_again(*at, name, endpoint));
            let (source, _) = linking(LOCATING, endpoint);
            let link = link_to(&source, location);
            let value = location.value.as_ref().map_or_else(|| glue!(_), ToTokens::to_token_stream);
            let request = if location.captures.is_empty() { glue!(_) } else { glue!(request) };
            glue! {
                #returned.__locates(#declared, |#value, #request| {
                    #(#captures)*
                    __fingerpost::Ok(#link)
                })
            }
        }
    };
    if endpoint.call == Call::Blocking { glue!(__fingerpost::FromPool(#answer)) } else { answer }
}
