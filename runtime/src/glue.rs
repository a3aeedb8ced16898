//! Glue: the calls that `#[route]` writes, in the order of a request: read arguments, call, answer.

use std::borrow::Cow;
use std::future::{Ready, ready as now};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{HeaderName, HeaderValue, StatusCode, header};

use crate::Problem;
use crate::extract::{FromState, RequestContext};
use crate::link::RoutePath;
use crate::respond::{Output, Responder, fail};
use crate::route::{Answer, Answered};

/// What the attribute declares of the success.
#[derive(Debug)]
pub struct Declared {
    status: Option<StatusCode>,
    content_type: Option<HeaderValue>,
    headers: &'static [(HeaderName, HeaderValue)],
}

impl Declared {
    /// Nothing.
    pub const NOTHING: Self = Self { status: None, content_type: None, headers: &[] };

    /// The status, 0 where none is declared; the media type, empty where none is; the fixed headers.
    #[must_use]
    pub const fn new(
        status: u16,
        content_type: &'static str,
        headers: &'static [(HeaderName, HeaderValue)],
    ) -> Self {
        Self {
            status: if status == 0 { None } else { Some(status_code(status)) },
            content_type: if content_type.is_empty() {
                None
            } else {
                Some(HeaderValue::from_static(content_type))
            },
            headers,
        }
    }
}

/// The rejection is the answer.
#[cold]
pub(crate) fn reject<E: Responder>(request: &mut RequestContext<'_>, rejection: E) -> Answered {
    fail(rejection, &mut request.message.response);
    Answered
}

/// A capture of the path as text, borrowed from the request unless it is percent-encoded.
#[inline]
pub fn capture_text<'r>(request: &RequestContext<'r>, index: usize) -> Cow<'r, str> {
    request.capture(index)
}

/// A parameter of the query as text.
pub fn query_text<'r>(request: &mut RequestContext<'r>, name: &str) -> Result<Cow<'r, str>, Answered> {
    match query_text_optional(request, name)? {
        Some(text) => Ok(text),
        None => {
            let problem = Problem::new(400).detail(format!("`{name}` is missing from the query"));
            Err(reject(request, problem))
        }
    }
}

/// A parameter of the query as text, where it is there.
pub fn query_text_optional<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Option<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).next().transpose();
    found.map_err(|problem| reject(request, problem))
}

/// All the values of a parameter of the query, as text.
pub fn query_text_many<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Vec<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).collect::<Result<_, _>>();
    found.map_err(|problem| reject(request, problem))
}

/// The app's state of a type.
#[inline]
pub fn state<'r, T: Send + Sync + 'static>(request: &mut RequestContext<'r>) -> Result<&'r T, Answered> {
    // Every app is proved to have the state its handlers need; this answers for a table that was mounted past it.
    request.app.state().ok_or_else(|| reject(request, missing_state::<T>()))
}

#[cold]
fn missing_state<T>() -> Problem {
    Problem::new(500).detail(format!("the app has no state of type `{}`", std::any::type_name::<T>()))
}

/// An argument that is an extractor, whatever its type: `Extractor::<T>::new().extract(request)`.
///
/// A type that is none must be said to be none once, at the argument, and not at each use that the glue makes of it.
/// So the glue finds the method as users' code finds methods: [`Extract`] for what is an extractor; [`ExtractNot`], one
/// reference further, for what is not, which compiles and is never run, since a `const` beside it does not.
#[derive(Debug)]
pub struct Extractor<T>(PhantomData<fn() -> T>);

impl<T> Extractor<T> {
    /// Of this type.
    #[expect(clippy::new_without_default, reason = "only expansions make one")]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

/// See [`Extractor`].
pub trait Extract<T> {
    /// Reads the argument.
    fn extract(self, request: &mut RequestContext<'_>) -> impl Future<Output = Result<T, Answered>> + Send;
}

impl<T: FromState> Extract<T> for Extractor<T> {
    #[inline]
    async fn extract(self, request: &mut RequestContext<'_>) -> Result<T, Answered> {
        let state = state::<T::State>(request)?;
        match T::from_state(request, state).await {
            Ok(value) => Ok(value),
            Err(rejection) => Err(reject(request, rejection)),
        }
    }
}

/// See [`Extractor`].
pub trait ExtractNot<T> {
    /// Is never run.
    fn extract(self, request: &mut RequestContext<'_>) -> Ready<Result<T, Answered>>;
}

impl<T> ExtractNot<T> for &Extractor<T> {
    fn extract(self, _: &mut RequestContext<'_>) -> Ready<Result<T, Answered>> {
        now(Err(Answered))
    }
}

pin_project_lite::pin_project! {
    /// A handler whose arguments need no waiting for: what [`run`] makes.
    #[must_use = "futures do nothing unless polled"]
    pub struct Running<'a, 'r, F, A> {
        request: &'a mut RequestContext<'r>,
        #[pin]
        future: Option<F>,
        answer: Option<A>,
    }
}

impl<F, A> std::fmt::Debug for Running<'_, '_, F, A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").finish_non_exhaustive()
    }
}

/// Reads the arguments and calls the handler with `start`; once it is ready, `answer` writes its output.
///
/// By hand and not as an `async fn`: the handler's own coroutine stays the only one.
#[inline]
pub fn run<'a, 'r, F, A>(
    request: &'a mut RequestContext<'r>,
    start: impl FnOnce(&mut RequestContext<'r>) -> Result<F, Answered>,
    answer: A,
) -> Running<'a, 'r, F, A>
where
    F: Future,
    A: FnOnce(&mut RequestContext<'r>, F::Output) -> Answer,
{
    let future = start(request).ok();
    Running { request, future, answer: Some(answer) }
}

impl<'r, F, A> Future for Running<'_, 'r, F, A>
where
    F: Future,
    A: FnOnce(&mut RequestContext<'r>, F::Output) -> Answer,
{
    type Output = Answer;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answer> {
        let this = self.project();
        let Some(future) = this.future.as_pin_mut() else { return Poll::Ready(Err(Answered)) };
        let output = ready!(future.poll(context));
        match this.answer.take() {
            Some(answer) => Poll::Ready(answer(this.request, output)),
            None => Poll::Ready(Err(Answered)),
        }
    }
}

/// Reads the arguments, calls the handler and writes its answer, where none of it waits.
#[inline]
pub fn run_now<'r>(
    request: &mut RequestContext<'r>,
    answer: impl FnOnce(&mut RequestContext<'r>) -> Answer,
) -> Ready<Answer> {
    now(answer(request))
}

/// What a handler returned whose type has no name, as it is.
pub fn responds<R: Output>(output: R) -> R {
    output
}

/// What the handler returned, whatever its type: found as [`Extractor`] is.
#[derive(Debug)]
pub struct Returned<R>(pub R);

/// See [`Returned`].
pub trait Respond<R: Output> {
    /// Writes the handler's answer onto the response.
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer;

    /// The same, with a `Location` made from the success.
    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer
    where
        F: FnOnce(&R::Success) -> RoutePath;
}

impl<R: Output> Respond<R> for Returned<R> {
    #[inline]
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer {
        if let Some(success) = self.0.success_or_fail(&mut request.message.response) {
            write_success(&mut request.message.response, success, declared);
        }
        Ok(())
    }

    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer
    where
        F: FnOnce(&R::Success) -> RoutePath,
    {
        let Some(success) = self.0.success_or_fail(&mut request.message.response) else { return Ok(()) };
        let location = location(&success).location(request.app, request.app.prefix_at(request.matched.index));
        write_success(&mut request.message.response, success, declared);
        // What a route's path is made of is percent-encoded, and an origin is checked when it is declared.
        if let Ok(location) = HeaderValue::try_from(location) {
            request.message.response.headers_mut().insert(header::LOCATION, location);
        }
        Ok(())
    }
}

/// See [`Returned`].
pub trait RespondNot {
    /// Is never run.
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer;

    /// Is never run.
    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer;
}

impl<R> RespondNot for &Returned<R> {
    fn respond(self, _: &mut RequestContext<'_>, _: &Declared) -> Answer {
        Err(Answered)
    }

    fn respond_at<F>(self, _: &mut RequestContext<'_>, _: &Declared, _: F) -> Answer {
        Err(Answered)
    }
}

#[inline]
fn write_success<R: Responder>(response: &mut crate::Response, success: R, declared: &Declared) {
    let usual = const { status_code(R::FACTS.status()) };
    *response.status_mut() = declared.status.unwrap_or(usual);
    success.respond(response);
    // A responder that turned into a failure while it was written is none of what was declared.
    if Problem::of(response).is_some() {
        return;
    }
    let headers = response.headers_mut();
    if let Some(media_type) = &declared.content_type {
        headers.insert(header::CONTENT_TYPE, media_type.clone());
    }
    for (at, (name, value)) in declared.headers.iter().enumerate() {
        // The declared value stands instead of the responder's; declared twice, both stand.
        if declared.headers[..at].iter().any(|(earlier, _)| earlier == name) {
            headers.append(name, value.clone());
        } else {
            headers.insert(name, value.clone());
        }
    }
}

const fn status_code(code: u16) -> StatusCode {
    match StatusCode::from_u16(code) {
        Ok(status) => status,
        Err(_) => panic!("a status is 100 to 999"),
    }
}

/// Runs a handler that blocks on the pool for such work.
pub async fn blocking<R, F>(request: &mut RequestContext<'_>, handler: F) -> Result<R, Answered>
where
    R: Send + 'static,
    F: FnOnce(&BlockingContext) -> R + Send + 'static,
{
    let context = BlockingContext { app: request.app.clone() };
    let scope = request.scope();
    match tokio::task::spawn_blocking(move || scope.enter(|| handler(&context))).await {
        Ok(output) => Ok(output),
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => Err(reject(request, Problem::new(503).because(error))),
        },
    }
}

/// What a handler on the blocking pool can reach of its app.
#[derive(Debug)]
pub struct BlockingContext {
    app: std::sync::Arc<crate::app::Shared>,
}

impl BlockingContext {
    /// The app's state of a type.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(&self) -> &T {
        match self.app.state() {
            Some(state) => state,
            None => panic!("the app has no state of type `{}`", std::any::type_name::<T>()),
        }
    }
}

/// A text that outlives the request.
#[must_use]
pub fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// Texts that outlive the request.
#[must_use]
pub fn all_owned(texts: Vec<Cow<'_, str>>) -> Vec<Cow<'static, str>> {
    texts.into_iter().map(owned).collect()
}

/// The texts, for a handler that borrows them.
#[must_use]
pub fn borrowed<'t>(texts: &'t [Cow<'_, str>]) -> Vec<&'t str> {
    texts.iter().map(AsRef::as_ref).collect()
}

/// No handler stands where the routing table leads: only a table that was mounted past its proofs comes here.
#[cold]
pub fn nowhere(request: &mut RequestContext<'_>) -> Answer {
    Err(reject(request, Problem::new(404)))
}
