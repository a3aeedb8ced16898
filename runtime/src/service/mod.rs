//! `Service`: from a request to its response. Lookup, 404, 405, 501, HEAD, OPTIONS, failures rendered.

mod admission;
mod calling;
mod detached;
mod exchange;
mod framing;
mod guard;
#[cfg(feature = "tower")]
mod layered;
#[cfg(feature = "tower")]
mod part;
mod refused;
mod render;
mod responding;
mod room;
mod unmatched;

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
#[cfg(feature = "tower")]
use std::task::{Context, Poll};

use http::Request;

use crate::app::Shared;
use crate::error::{BoxError, Error};
use crate::respond::{Responder, Response};
use crate::serve::{self, ListenAddr, Listener};
use crate::test::TestClient;
#[cfg(feature = "ws")]
use crate::websocket::Switch;
use crate::{Body, Problem};

pub(crate) use admission::Load;
pub(crate) use calling::AnsweredBy;
pub(crate) use detached::{Detach, Detached};
pub(crate) use exchange::Exchange;
#[cfg(feature = "tower")]
pub(crate) use layered::Requested;
#[cfg(feature = "tower")]
pub use layered::{AnswersRequests, AppLayer, LayersRequests};
#[cfg(feature = "tower")]
pub(crate) use part::Part;
#[cfg(feature = "tower")]
pub(crate) use responding::Waiting;
pub(crate) use responding::{Answerer, Responding, answer_later};
pub(crate) use room::{Lease, Room, Rooms, Seat, give_back, lease};

/// An app ready to answer: a [`hyper::service::Service`], and with the feature `tower` a `tower::Service`.
///
/// Clones are cheap and are the same app.
///
/// ```
/// use fingerpost::hyper::service::Service as _;
/// use fingerpost::{App, Body, Error, Service, get, http::Request, routes};
///
/// #[get("/")]
/// fn home() -> &'static str { "home" }
///
/// /// For `main` to run and for tests to ask.
/// fn app() -> Result<Service, Error> {
///     App::new(routes![home]).into_service()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Error> {
/// assert_eq!(app()?.test().get("/").send().await.text(), "home");
/// let Ok(response) = app()?.call(Request::new(Body::empty())).await;
/// assert_eq!(response.status(), 200);
/// # Ok(()) }
/// ```
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

/// The future of a server, ready when it has stopped. It does not name the listener's type: of one that is none, the compiler would
/// say so for each time that a type mentions it.
pub type ServeFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

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
    /// the system chooses a port. `"unix:/run/shop.sock"` is a Unix socket, as `UnixSocket` tells (feature `unix-socket`).
    ///
    /// # Errors
    /// Where the address cannot be listened at. Errors of single connections are logged and end that connection alone.
    pub fn run(self, address: impl ListenAddr) -> Result<(), Error> {
        serve::run(self, address)
    }

    /// Serves the app on a listener inside the caller's tokio until SIGINT or SIGTERM, then lets requests under way end.
    ///
    /// The listener is a `TcpListener`, or a `UnixListener` (feature `unix-socket`). The file of the latter is its owner's: it is not removed.
    ///
    /// # Errors
    /// Where signals cannot be listened for. Errors of single connections are logged and end that connection alone.
    pub fn serve(self, listener: impl Listener) -> ServeFuture<'static> {
        let listener = listener.into_accepting();
        Box::pin(async { serve::serve(self, listener, serve::stop_signal()?).await })
    }

    /// As [`serve`](Self::serve), until `stop` is ready.
    ///
    /// # Errors
    /// None today; errors of single connections are logged and end that connection alone.
    pub fn serve_until<'a>(
        self,
        listener: impl Listener,
        stop: impl Future<Output = ()> + Send + 'a,
    ) -> ServeFuture<'a> {
        let listener = listener.into_accepting();
        Box::pin(serve::serve(self, listener, stop))
    }

    /// A client that calls the app in this process, through the same service that a connection goes through.
    #[must_use]
    pub fn test(&self) -> TestClient {
        TestClient::of(self.clone())
    }

    /// The OpenAPI document, where the app [has one](crate::App::openapi): for
    /// [`assert_openapi!`](crate::assert_openapi), say.
    #[cfg(feature = "openapi")]
    #[must_use]
    pub fn openapi(&self) -> Option<&crate::openapi::Document> {
        self.shared.openapi.as_ref().map(|published| &published.document)
    }

    /// The place in the table of the route that a request is for; none where it is refused before.
    #[cfg(feature = "tower")]
    pub(crate) fn route_of(&self, request: &Request<Body>) -> Option<usize> {
        let found = calling::find(&self.shared, request.method(), request.uri(), request.headers());
        found.ok().map(|matched| matched.index)
    }

    pub(crate) fn call_boxed<B>(&self, request: Request<B>) -> ServiceFuture
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
    pub(crate) fn let_go(&self, response: &mut Response) {
        if !self.is_whole() {
            return;
        }
        if let Some(switch) = Switch::take_from(response) {
            tokio::spawn(crate::task::boxed(async move { switch.run(None).await }));
        }
    }

    #[cfg(not(feature = "ws"))]
    pub(crate) fn let_go(&self, _: &mut Response) {}
}

#[cold]
fn failure(problem: Problem) -> Box<Response> {
    let mut response = Box::new(Response::new(Body::empty()));
    problem.respond(&mut response);
    response
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
