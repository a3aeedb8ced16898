//! `Service`: from a request to its response. Lookup, 404, 405, 501, HEAD, OPTIONS, failures rendered.

use std::any::Any;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::request::Parts;
use http::{HeaderValue, Method, Request, StatusCode, header};
use http_body::Body as _;

use crate::app::{FailedRequest, Shared, TrailingSlash};
use crate::error::BoxError;
use crate::extract::RequestContext;
use crate::link::Scope;
use crate::log;
use crate::respond::{Responder, Response};
use crate::route::{Answer, RouteInfo};
use crate::router::{Captures, Found, normalize};
use crate::table::Table;
use crate::{Body, Problem};

/// An app ready to answer: a [`hyper::service::Service`], and with the feature `tower` a `tower::Service`.
///
/// Clones are cheap and are the same app.
pub struct Service<T> {
    pub(crate) shared: Arc<Shared>,
    table: PhantomData<fn() -> T>,
}

impl<T> Clone for Service<T> {
    fn clone(&self) -> Self {
        Self { shared: self.shared.clone(), table: PhantomData }
    }
}

impl<T> fmt::Debug for Service<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.shared).finish()
    }
}

/// The future of a [`Service`] that others call: boxed, since its type cannot be named. fingerpost's own server does
/// without.
pub type ServiceFuture = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

impl<T: Table> Service<T> {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, table: PhantomData }
    }

    fn call_boxed<B>(&self, request: Request<B>) -> ServiceFuture
    where
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let service = self.clone();
        let peer = request.extensions().get::<crate::ClientAddr>().map(|addr| addr.0);
        Box::pin(async move { Ok(service.answer(request.map(Body::new), peer).await) })
    }

    /// The response to a request.
    #[inline]
    pub(crate) async fn answer(&self, request: Request<Body>, peer: Option<SocketAddr>) -> Response {
        let (mut parts, body) = request.into_parts();
        let mut response = self.route(&mut parts, body, peer).await;
        if !response.extensions().is_empty() {
            render(&self.shared, &parts, &mut response);
        }
        if parts.method == Method::HEAD {
            strip_body(&mut response);
        }
        response
    }

    async fn route(&self, parts: &mut Parts, body: Body, peer: Option<SocketAddr>) -> Response {
        let app = &self.shared;
        let Parts { method, uri, version, headers, extensions, .. } = parts;
        let (method, uri) = (&*method, &*uri);
        let path = match normalize(uri.path()) {
            Ok(path) => path,
            Err(_) => return failure(Problem::new(400).detail("the path is not percent-encoded UTF-8")),
        };
        let mut captures = Captures::new();
        let found = match app.router.find(method, &path, &mut captures) {
            Found::NotFound => match other_slash(app, method, &path, uri, &mut captures) {
                Ok(found) => found,
                Err(response) => return response,
            },
            found => found,
        };
        let index = match found {
            Found::Route(index) => index,
            other => return unmatched(app, method, &other),
        };
        let (mounted, matched) = match app.routes.get(index) {
            Some(mounted) => (mounted, Matched { app, index }),
            None => return failure(Problem::new(404)),
        };
        let mut request = RequestContext {
            method,
            uri,
            version: *version,
            headers,
            extensions,
            path: &path,
            captures: &captures,
            route: mounted.route,
            mounted: index,
            app,
            peer,
            body,
            response: Response::new(Body::empty()),
        };
        let limit = mounted.route.timeout_ms.map(Duration::from_millis).or(app.limits.timeout);
        let ended = matched.guard(T::dispatch(&mounted.at, &mut request), limit).await;
        match ended {
            Ok(_) => request.response,
            Err(cut) => failure(cut.problem(mounted.route)),
        }
    }
}

/// The route that is answering.
struct Matched<'r> {
    app: &'r Shared,
    index: usize,
}

/// Why a handler did not come to its end.
enum Cut {
    TimedOut(Duration),
    Panicked(Box<dyn Any + Send>),
}

impl Matched<'_> {
    /// Runs the handler inside its scope, to its end, its panic or its time.
    async fn guard(&self, answer: impl Future<Output = Answer>, limit: Option<Duration>) -> Result<Answer, Cut> {
        let scope = Scope { app: self.app.id, route: self.index };
        let mut guarded = pin!(Guarded { future: answer, scope });
        match limit {
            None => guarded.await,
            Some(limit) => match tokio::time::timeout(limit, guarded.as_mut()).await {
                Ok(ended) => ended,
                Err(_) => Err(Cut::TimedOut(limit)),
            },
        }
    }
}

impl Cut {
    #[cold]
    fn problem(self, route: &RouteInfo) -> Problem {
        let (name, path) = (route.name, route.path);
        match self {
            Self::TimedOut(limit) => {
                Problem::new(503).detail(format!("`{name}` at `{path}` took longer than {limit:?}"))
            }
            Self::Panicked(panic) => {
                let text = panic.downcast_ref::<&str>().copied();
                let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
                let text = text.unwrap_or("no message");
                Problem::new(500).detail(format!("`{name}` at `{path}` panicked: {text}"))
            }
        }
    }
}

pin_project_lite::pin_project! {
    /// A handler's future: each poll is in the handler's scope, and a panic is an end like others.
    struct Guarded<F> {
        #[pin]
        future: F,
        scope: Scope,
    }
}

impl<F: Future> Future for Guarded<F> {
    type Output = Result<F::Output, Cut>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // A future that panicked is never polled again, and what it shared is behind the user's own locks.
        let poll = AssertUnwindSafe(|| this.scope.enter(|| this.future.poll(context)));
        match std::panic::catch_unwind(poll) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(Cut::Panicked(panic))),
        }
    }
}

/// The answer to a request that no route answers.
#[cold]
fn unmatched(app: &Shared, method: &Method, found: &Found<'_>) -> Response {
    // RFC 9110 §9.3.7: `OPTIONS *` asks about the server as a whole, and has no path that a route could match.
    let allow = match found {
        Found::MethodNotAllowed(allow) => Some(allow.to_string()),
        _ => None,
    };
    let Some(allow) = allow else {
        return failure(if is_known(app, method) { Problem::new(404) } else { not_implemented(method) });
    };
    if method == Method::OPTIONS {
        return allowed(&allow);
    }
    if !is_known(app, method) {
        return failure(not_implemented(method));
    }
    let detail = format!("{method} is not allowed here; what is: {allow}");
    failure(Problem::new(405).detail(detail).header("allow", &allow))
}

fn not_implemented(method: &Method) -> Problem {
    Problem::new(501).public_detail(format!("no part of this server knows the method {method}"))
}

/// 204 with what is allowed (RFC 9110 §9.3.7, §10.2.1).
fn allowed(allow: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    if let Ok(allow) = HeaderValue::try_from(allow) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

/// Whether the method is one that a client could mean: of a registered RFC, or of any route of the app.
fn is_known(app: &Shared, method: &Method) -> bool {
    const REGISTERED: [&str; 10] =
        ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"];
    REGISTERED.contains(&method.as_str()) || app.router.knows(method)
}

/// Looks a path up that no route has, with or without the slash at its end, as the app's policy says.
#[cold]
fn other_slash<'r>(
    app: &'r Shared,
    method: &Method,
    path: &str,
    uri: &http::Uri,
    captures: &mut Captures,
) -> Result<Found<'r>, Response> {
    if path == "*" && method == Method::OPTIONS {
        return Err(allowed(&app.router.all_methods().to_string()));
    }
    if app.trailing_slash == TrailingSlash::Strict || path == "/" {
        return Ok(Found::NotFound);
    }
    let toggle = |path: &str| match path.strip_suffix('/') {
        Some(without) => without.to_owned(),
        None => format!("{path}/"),
    };
    let other = toggle(path);
    let found = app.router.find(method, &other, captures);
    match found {
        Found::Route(_) if app.trailing_slash == TrailingSlash::Redirect => {
            Err(redirect(&toggle(uri.path()), uri.query()))
        }
        found => Ok(found),
    }
}

/// 308 keeps the method and the body (RFC 9110 §15.4.9).
fn redirect(path: &str, query: Option<&str>) -> Response {
    // `//host/` would lead to another host (RFC 3986 §4.2).
    let path = format!("/{}", path.trim_start_matches('/'));
    let location = match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut response = Response::new(Body::empty());
    match HeaderValue::try_from(location) {
        Ok(location) => {
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            response.headers_mut().insert(header::LOCATION, location);
            response
        }
        Err(_) => failure(Problem::new(404)),
    }
}

#[cold]
fn failure(problem: Problem) -> Response {
    let mut response = Response::new(Body::empty());
    problem.respond(&mut response);
    response
}

/// Writes a failure as the app's hook says, or as a problem document.
#[cold]
fn render(app: &Shared, parts: &Parts, response: &mut Response) {
    let Some(problem) = Problem::of(response) else { return };
    if problem.status().is_server_error() {
        log::failure(&parts.method, parts.uri.path(), problem);
    }
    let request = FailedRequest { method: &parts.method, uri: &parts.uri, headers: &parts.headers };
    // A hook that fails must not take the answer with it.
    let rendered = std::panic::catch_unwind(AssertUnwindSafe(|| app.render(&request, problem))).unwrap_or_default();
    let Some(rendered) = rendered else { return crate::problem::render(response) };
    let (head, body) = rendered.into_parts();
    if head.status.is_client_error() || head.status.is_server_error() {
        *response.status_mut() = head.status;
    }
    for (name, value) in head.headers.iter() {
        response.headers_mut().insert(name, value.clone());
    }
    *response.body_mut() = body;
}

/// A response to HEAD has the headers of GET and no body (RFC 9110 §9.3.2).
fn strip_body(response: &mut Response) {
    let length = response.body().size_hint().exact();
    let unsaid = !response.headers().contains_key(header::CONTENT_LENGTH)
        && !response.status().is_informational()
        && response.status() != StatusCode::NO_CONTENT
        && response.status() != StatusCode::NOT_MODIFIED;
    if let Some(length) = length.filter(|_| unsaid) {
        response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    }
    *response.body_mut() = Body::empty();
}

impl<T: Table, B> hyper::service::Service<Request<B>> for Service<T>
where
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = ServiceFuture;

    fn call(&self, request: Request<B>) -> ServiceFuture {
        self.call_boxed(request)
    }
}

#[cfg(feature = "tower")]
impl<T: Table, B> tower_service::Service<Request<B>> for Service<T>
where
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = ServiceFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> ServiceFuture {
        self.call_boxed(request)
    }
}
