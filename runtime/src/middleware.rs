//! Middleware: a layer that is an async function of the request and of what comes next.
//!
//! ```
//! use std::time::Instant;
//!
//! use fingerpost::middleware::{Next, from_fn};
//! use fingerpost::{App, Body, HeaderValue, Problem, Response, get, http::Request, problem, routes};
//!
//! #[get("/")]
//! fn home() -> &'static str { "home" }
//!
//! #[get("/admin/stats")]
//! fn stats() -> &'static str { "stats" }
//!
//! /// Says how long the answer took.
//! async fn timed(request: Request<Body>, next: Next) -> Response {
//!     let begun = Instant::now();
//!     let mut response = next.run(request).await;
//!     let took = format!("app;dur={}", begun.elapsed().as_millis());
//!     if let Ok(took) = HeaderValue::try_from(took) {
//!         response.headers_mut().insert("server-timing", took);
//!     }
//!     response
//! }
//!
//! /// Answers for the app while that part of it is closed.
//! async fn closed(_: Request<Body>, _: Next) -> Result<Response, Problem> {
//!     Err(problem!(503, "closed until noon"))
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let app = App::new(routes![home, stats])
//!     .layer_at("/admin", from_fn(closed))
//!     .layer(from_fn(timed))
//!     .test();
//! let response = app.get("/").send().await;
//! assert!(response.status() == 200 && response.header("server-timing").is_some());
//! let response = app.get("/admin/stats").send().await;
//! assert!(response.status() == 503 && response.header("server-timing").is_some());
//! # }
//! ```
//!
//! What it shares with handlers is moved into a closure (`from_fn(move |request, next| …)`), and what it finds out of a request is
//! put into its extensions, for an [`Extension`](crate::Extension). Where one handler or a few need something of the request, an
//! extractor is better: their signatures show it, and the document has it.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::Request;
use tower_layer::Layer;

use crate::app::Shared;
use crate::respond::{self, Output, Response};
use crate::route::RouteInfo;
use crate::service::{Requested, Service, ServiceFuture, Waiting};
use crate::{Body, Problem};

/// A layer, for [`App::layer`](crate::App::layer) and [`App::layer_at`](crate::App::layer_at), of an async function that is given the
/// request and what comes [`Next`]. It returns what a handler may: the response of the app, as it is or changed, or one of its own.
///
/// A failure that it returns is written as those of handlers are: as a problem document, or by
/// [`App::on_failure`](crate::App::on_failure). A panic is 500. The time that a handler may take is not its own: see
/// [`App::timeout`](crate::App::timeout).
///
/// [The module](self) has an example.
pub fn from_fn<F, R>(function: F) -> FromFn
where
    F: Fn(Request<Body>, Next) -> R + Send + Sync + 'static,
    R: MiddlewareFuture<Answer: MiddlewareAnswer> + Send + 'static,
{
    FromFn(Arc::new(move |request, next| Box::pin(Made { answered: function(request, next) })))
}

pin_project_lite::pin_project! {
    /// The response that what a function returns is. An `async` block would move the function's future twice.
    struct Made<F> {
        #[pin]
        answered: F,
    }
}

impl<F: Future<Output: Output>> Future for Made<F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Response> {
        self.project().answered.poll(context).map(respond::made_of)
    }
}

/// What the function of a [`from_fn`] returns: the future of an async function, or of a closure that has one.
#[diagnostic::on_unimplemented(
    message = "a middleware is an async function, and this one returns `{Self}`, which is no future\nhelp: `async fn`, and `next.run(request).await`",
    label = "not an async function"
)]
pub trait MiddlewareFuture: Future<Output = Self::Answer> {
    /// What it answers with.
    type Answer;
}

#[diagnostic::do_not_recommend]
impl<F: Future> MiddlewareFuture for F {
    type Answer = F::Output;
}

/// What a middleware may answer with: what a handler may.
#[diagnostic::on_unimplemented(
    message = "a middleware cannot return `{Self}`\nhelp: return the response of `next.run(request).await`, one of your own (text, `Json<T>`, `StatusCode`, a `Problem`), or a `Result` or `Option` of those",
    label = "not a response"
)]
pub trait MiddlewareAnswer: Output {}

#[diagnostic::do_not_recommend]
impl<T: Output> MiddlewareAnswer for T {}

/// The layer that [`from_fn`] makes.
#[derive(Clone)]
pub struct FromFn(Arc<Function>);

/// Of no type of the user's: else what is wrong with a function would be said of each place where its layer goes.
type Function = dyn Fn(Request<Body>, Next) -> Waiting<'static> + Send + Sync;

/// What a middleware is around: the layers that were added before it, and the app.
#[derive(Clone, Debug)]
pub struct Next(Service);

impl Next {
    /// The response to this request, of which failures are written already.
    #[must_use = "the response of the app is lost"]
    #[expect(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
    pub fn run(self, request: Request<Body>) -> impl Future<Output = Response> + Send + use<> {
        async move {
            let peer = request.extensions().get::<crate::ClientAddr>().map(|addr| addr.0);
            let Ok(mut response) = self.0.answer(request, peer, &()).await;
            self.0.let_go(&mut response);
            if Problem::of(&response).is_some() {
                response.extensions_mut().insert(Written);
            }
            response
        }
    }

    /// The route that this request is for; `None` where none answers it. It is looked up anew.
    ///
    /// ```
    /// use fingerpost::middleware::{Next, from_fn};
    /// use fingerpost::{App, Body, HeaderValue, Response, get, http::Request, routes};
    ///
    /// #[get("/posts/{id}")]
    /// fn get_post(id: u64) -> String { format!("post {id}") }
    ///
    /// async fn named(request: Request<Body>, next: Next) -> Response {
    ///     let route = next.route(&request);
    ///     let mut response = next.run(request).await;
    ///     if let Some(route) = route {
    ///         response.headers_mut().insert("x-route", HeaderValue::from_static(route.path));
    ///     }
    ///     response
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![get_post]).layer(from_fn(named)).test();
    /// assert_eq!(app.get("/posts/7").send().await.header("x-route"), Some("/posts/{id}"));
    /// assert_eq!(app.get("/nowhere").send().await.header("x-route"), None);
    /// # }
    /// ```
    #[must_use]
    pub fn route(&self, request: &Request<Body>) -> Option<&'static RouteInfo> {
        let mounted = self.0.shared.routes.get(self.0.route_of(request)?)?;
        Some(mounted.route)
    }
}

/// In the extensions of a response whose problem is written, and logged.
#[derive(Clone)]
struct Written;

impl Layer<Service> for FromFn {
    type Service = Middleware;

    fn layer(&self, next: Service) -> Middleware {
        Middleware { function: self.clone(), next }
    }
}

/// The service of a [`FromFn`].
#[derive(Clone, Debug)]
pub struct Middleware {
    function: FromFn,
    next: Service,
}

impl Middleware {
    pub(crate) fn app(&self) -> &Shared {
        &self.next.shared
    }

    /// What the function returns.
    pub(crate) fn run(&self, request: Request<Body>) -> Waiting<'static> {
        (self.function.0)(request, Next(self.next.clone()))
    }

    /// Writes the failure that it is, unless that is done.
    pub(crate) fn finish(&self, requested: &Requested, response: &mut Response) {
        let is_written = response.extensions_mut().remove::<Written>().is_some();
        requested.finish(self.app(), response, is_written);
    }
}

impl tower_service::Service<Request<Body>> for Middleware {
    type Response = Response;
    type Error = Infallible;
    type Future = ServiceFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> ServiceFuture {
        let requested = Requested::of(&request, self.app());
        let (middleware, answer) = (self.clone(), self.run(request));
        Box::pin(async move {
            let mut response = answer.await;
            middleware.finish(&requested, &mut response);
            Ok(response)
        })
    }
}

impl fmt::Debug for FromFn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").finish_non_exhaustive()
    }
}
