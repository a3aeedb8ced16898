//! `Service`: from a request to its response. Lookup, 404, 405, 501, HEAD, OPTIONS, failures rendered.

mod admission;
mod detached;
mod exchange;
mod framing;
mod guard;
#[cfg(feature = "tower")]
mod layered;
mod refused;
mod unmatched;

use std::convert::Infallible;
use std::fmt;
use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
#[cfg(feature = "tower")]
use std::task::{Context, Poll};
use std::time::Duration;

use http::request::Parts;
use http::{Method, Request, StatusCode, header};
use http_body::Body as _;
use tokio::net::TcpListener;

use crate::app::{FailedRequest, Shared};
use crate::error::{BoxError, Error};
use crate::extract::{Kept, Matched, Message, RequestContext, RequestLine};
use crate::glue::Call;
use crate::log;
use crate::respond::{Responder, Response};
use crate::route::RouteInfo;
use crate::router::{Captures, Found, Malformed};
use crate::serve::{self, ListenAddr};
use crate::test::TestClient;
#[cfg(feature = "ws")]
use crate::websocket::Switch;
use crate::{Body, Problem};

pub(crate) use admission::Load;
pub(crate) use detached::Detached;
pub(crate) use exchange::Exchange;

use admission::Excess;
use guard::{Cut, Guarded};
use unmatched::{other_slash, unmatched};

/// An app ready to answer: a [`hyper::service::Service`], and with the feature `tower` a `tower::Service`.
///
/// Clones are cheap and are the same app.
#[derive(Clone)]
pub struct Service {
    pub(crate) shared: Arc<Shared>,
    #[cfg(feature = "tower")]
    layered: Option<layered::Layered>,
    /// A layer is around this one, which is not the whole.
    #[cfg(feature = "tower")]
    is_within: bool,
}

/// The future of a [`Service`] that others call: boxed, since its type cannot be named. fingerpost's own server does
/// without.
pub type ServiceFuture = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

impl Service {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            #[cfg(feature = "tower")]
            layered: None,
            #[cfg(feature = "tower")]
            is_within: false,
        }
    }

    /// Serves the app at an address until SIGINT or SIGTERM, then lets requests under way end. It owns its runtime: a
    /// multi-threaded tokio with one thread a core, or what [`App::runtime`](crate::App::runtime) says. This thread accepts
    /// the connections and hands them over.
    ///
    /// The address is logged once it listens (on standard error where no `tracing` subscriber is set up); with port 0
    /// the system chooses a port.
    ///
    /// # Errors
    /// Where the address cannot be listened at. Errors of single connections are logged and end that connection alone.
    pub fn run(self, address: impl ListenAddr) -> Result<(), Error> {
        serve::run(self, address)
    }

    /// Serves the app on a listener inside the caller's tokio until SIGINT or SIGTERM, then lets requests under way end.
    ///
    /// # Errors
    /// Where signals cannot be listened for. Errors of single connections are logged and end that connection alone.
    pub async fn serve(self, listener: TcpListener) -> Result<(), Error> {
        serve::serve(self, listener, serve::stop_signal()?).await
    }

    /// As [`serve`](Self::serve), until `stop` is ready.
    ///
    /// # Errors
    /// None today; errors of single connections are logged and end that connection alone.
    pub async fn serve_until(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<(), Error> {
        serve::serve(self, listener, stop).await
    }

    /// A client that calls the app in this process, through the same service that a connection goes through.
    #[must_use]
    pub fn test(&self) -> TestClient {
        TestClient::new(self.clone())
    }

    /// The OpenAPI document, where the app [has one](crate::App::openapi): for
    /// [`assert_openapi!`](crate::assert_openapi), say.
    #[cfg(feature = "openapi")]
    #[must_use]
    pub fn openapi(&self) -> Option<&crate::openapi::Document> {
        self.shared.openapi.as_ref().map(|published| &published.document)
    }

    /// The place in the table of the route that a request is for; none where it is refused before.
    #[cfg(feature = "conformance")]
    pub(crate) fn route_of(&self, request: &Request<Body>) -> Option<usize> {
        let (method, uri) = (request.method().clone(), request.uri().clone());
        let line = RequestLine { method, uri, version: request.version(), peer: None };
        admission::check(&self.shared.limits, &line, request.headers()).ok()?;
        find(&self.shared, &line).ok().map(|matched| matched.index)
    }

    fn call_boxed<B>(&self, request: Request<B>) -> ServiceFuture
    where
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let service = self.clone();
        let peer = request.extensions().get::<crate::ClientAddr>().map(|addr| addr.0);
        Box::pin(async move {
            let Ok(mut response) = service.answer(request.map(Body::of), peer, &()).await;
            service.let_go(&mut response);
            Ok(response)
        })
    }

    /// Whoever has the connection lets go of it and knows nothing of us: a task of its own goes on with it.
    #[cfg(feature = "ws")]
    fn let_go(&self, response: &mut Response) {
        if !self.is_whole() {
            return;
        }
        if let Some(switch) = Switch::take_from(response) {
            tokio::spawn(async move { switch.run(None).await });
        }
    }

    #[cfg(not(feature = "ws"))]
    fn let_go(&self, _: &mut Response) {}

    /// The response to a request; the exchange sees it last.
    ///
    /// Not an `async fn`: those keep each argument twice, and hyper moves this future with every request.
    #[inline]
    pub(crate) fn answer<'s, E: Exchange>(
        &'s self,
        request: Request<Body>,
        peer: Option<SocketAddr>,
        exchange: &'s E,
    ) -> impl Future<Output = Result<Response, Infallible>> + Send + use<'s, E> {
        let (Parts { method, uri, version, headers, extensions, .. }, body) = request.into_parts();
        let line = RequestLine { method, uri, version, peer };
        async move {
            let response = Response::new(Body::empty());
            let mut message = Message { headers, extensions, body, is_body_taken: false, response };
            let is_behind = exchange.is_behind();
            #[cfg(feature = "tower")]
            if let Some(layered) = self.layered.as_ref().filter(|_| !is_behind) {
                let mut response = self.send_through(layered, &line, message).await;
                exchange.end(&mut response, true);
                return Ok(response);
            }
            let ended = if is_behind {
                Err(self.shared.load.refuse(&self.shared.limits, Excess::Waits))
            } else {
                self.route(&line, &mut message, exchange).await
            };
            if let Err(failure) = ended {
                message.response = *failure;
            }
            framing::check_status(&mut message.response);
            if !message.response.extensions().is_empty() {
                render(&self.shared, &line, &mut message);
            }
            framing::finish(&line.method, &self.shared.security, &mut message.response);
            if line.method == Method::HEAD && self.is_whole() {
                strip_body(&mut message.response);
            }
            exchange.end(&mut message.response, message.is_body_taken);
            Ok(message.response)
        }
    }

    #[cfg(feature = "tower")]
    fn is_whole(&self) -> bool {
        !self.is_within
    }

    #[cfg(not(feature = "tower"))]
    fn is_whole(&self) -> bool {
        true
    }

    /// Lets the route of the request write its response; the error is the answer where none could.
    async fn route(
        &self,
        line: &RequestLine,
        message: &mut Message,
        exchange: &impl Exchange,
    ) -> Result<(), Box<Response>> {
        let app = &self.shared;
        admission::check(&app.limits, line, &message.headers)?;
        let matched = find(app, line)?;
        let route = matched.route;
        let ended = if route.detached {
            detached::detach(app, line, matched, message).await
        } else {
            let ended = run(app, line, &matched, message, exchange).await;
            match route.lifecycle {
                Some(_) => tell_of_its_end(app, line, &matched, message, ended),
                None => ended,
            }
        };
        if message.response.body().is_stream() {
            message.response.extensions_mut().insert(AnsweredBy(route));
        }
        ended
    }
}

/// The route of a response whose body comes later, for what is to be said of it then.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnsweredBy(pub(crate) &'static RouteInfo);

/// Adds to any answer of a route what that declares of its end.
#[cold]
fn tell_of_its_end(
    app: &Arc<Shared>,
    line: &RequestLine,
    matched: &Matched,
    message: &mut Message,
    mut ended: Result<(), Box<Response>>,
) -> Result<(), Box<Response>> {
    if let Some(lifecycle) = matched.route.lifecycle {
        let successor = lifecycle.successor_of(&RequestContext { line, matched, message, app });
        let response = ended.as_mut().err().map_or(&mut message.response, |response| &mut **response);
        lifecycle.add_to(response, successor);
    }
    ended
}

/// Calls a route's handler and lets it write the response.
async fn run<E: Exchange>(
    app: &Arc<Shared>,
    line: &RequestLine,
    matched: &Matched,
    message: &mut Message,
    exchange: &E,
) -> Result<(), Box<Response>> {
    let route = matched.route;
    let mut request = RequestContext { line, matched, message, app };
    let scope = request.scope();
    let cut = |cut: Cut| failure(cut.problem(route, &app.limits));
    let call = match route.call {
        Call::Now(call) => return guard::now(|| call(&mut request), scope).map(drop).map_err(cut),
        Call::Later(call) => call,
    };
    let _admitted = Load::admit(app)?;
    // Not awaited within a `match` of it, which would keep room for it a second time.
    let Ok(later) = guard::now(|| call(&mut request), scope).map_err(cut)? else { return Ok(()) };
    let declared = route.timeout_ms.map(Duration::from_millis);
    let watched = app.limits.timeout.filter(|_| E::WATCHES_TIME && declared.is_none());
    let guarded = pin!(Guarded::new(later, scope, || watched.filter(|_| exchange.is_late())));
    let ended = match declared.or(app.limits.timeout.filter(|_| !E::WATCHES_TIME)) {
        None => guarded.await,
        Some(limit) => guarded.within(limit).await,
    };
    ended.map(drop).map_err(cut)
}

/// The route that answers a request.
#[inline]
fn find(app: &Shared, line: &RequestLine) -> Result<Matched, Box<Response>> {
    let (method, uri) = (&line.method, &line.uri);
    let mut captures = Captures::new();
    let (found, normal) = app.router.look_up(method, uri.path(), &mut captures).map_err(malformed)?;
    let path = normal.as_deref().unwrap_or(uri.path());
    let found = match found {
        Found::Nothing => other_slash(app, method, path, uri, &mut captures)?,
        found => found,
    };
    let Found::Route(index) = found else { return Err(unmatched(app, method, path, found)) };
    let Some(mounted) = app.routes.get(index) else { return Err(failure(Problem::new(404))) };
    Ok(Matched { path: normal, captures, kept: Kept::default(), route: mounted.route, index })
}

#[cold]
fn malformed(path: Malformed) -> Box<Response> {
    failure(Problem::new(400).detail(path.detail()))
}

#[cold]
fn failure(problem: Problem) -> Box<Response> {
    let mut response = Box::new(Response::new(Body::empty()));
    problem.respond(&mut response);
    response
}

/// Writes a failure as the app's hook says, or as a problem document.
#[cold]
fn render(app: &Shared, line: &RequestLine, message: &mut Message) {
    let Message { headers, response, .. } = message;
    let Some(problem) = Problem::of(response) else { return };
    // 501 is the client's doing, however often it likes.
    let is_said = response.extensions().get::<admission::Refused>().is_some();
    if problem.status().is_server_error() && problem.status() != StatusCode::NOT_IMPLEMENTED && !is_said {
        log::failure(&line.method, line.uri.path(), problem);
    }
    let request = FailedRequest { method: &line.method, uri: &line.uri, headers };
    // A hook that fails must not take the answer with it.
    let rendered =
        std::panic::catch_unwind(AssertUnwindSafe(|| app.render(&request, problem))).unwrap_or_default();
    let Some(rendered) = rendered else { return crate::problem::render(response) };
    let (head, body) = rendered.into_parts();
    if head.status.is_client_error() || head.status.is_server_error() {
        *response.status_mut() = head.status;
    }
    for (name, value) in &head.headers {
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

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").field("shared", &self.shared).finish_non_exhaustive()
    }
}

impl<B> hyper::service::Service<Request<B>> for Service
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
impl<B> tower_service::Service<Request<B>> for Service
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
