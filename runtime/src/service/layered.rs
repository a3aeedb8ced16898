//! Layers: whatever `tower::Layer` stands around the app, or around a part of it.

use std::any::Any;
use std::future::{poll_fn, ready};
use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use http::{HeaderMap, Request};
use tower_layer::Layer;
use tower_service::Service as TowerService;

use super::framing::{self, strip_body};
use super::part::Part;
use super::render::render;
use super::responding::{Responding, Waiting};
use super::{Exchange, Service, failure};
use crate::app::Shared;
use crate::error::BoxError;
use crate::extract::RequestLine;
use crate::middleware::Middleware;
use crate::respond::Response;
use crate::{Body, ClientAddr, Problem, log};

/// The outermost layer with all that is within.
#[derive(Clone)]
pub(super) struct Layered {
    around: Arc<dyn Around>,
    /// The part of the app that it stands around, unless that is all of it.
    part: Option<Arc<Aside>>,
}

/// Where a request goes that is for another part of the app.
struct Aside {
    part: Part,
    /// What the layer is around, as what it is there: a whole, or within another layer.
    whole: Service,
    within: Service,
}

trait Around: Send + Sync {
    fn answer(&self, request: Request<Body>) -> Waiting<'static>;
}

/// What [`App::layer`](crate::App::layer) puts around an app: every `tower::Layer`, such as
/// [`from_fn`](crate::middleware::from_fn) makes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a layer\nhelp: a `tower::Layer`, such as those of the crate `tower-http`, or an async function by `fingerpost::middleware::from_fn`; what looks at requests alone is an extractor: `FromRequest`",
    label = "not a layer"
)]
pub trait AppLayer {
    /// The service with the layer around it.
    type Service;

    /// Puts it around.
    #[doc(hidden)]
    fn around(self, service: Service) -> Self::Service;
}

#[diagnostic::do_not_recommend]
impl<L: Layer<Service>> AppLayer for L {
    type Service = L::Service;

    fn around(self, service: Service) -> L::Service {
        self.layer(service)
    }
}

/// A layer of which the service answers requests. It is asked beside [`AppLayer`], for the compiler to point at the layer, and
/// not at the method that takes it.
pub trait LayersRequests: AppLayer<Service: AnswersRequests> {}

impl<L: AppLayer<Service: AnswersRequests>> LayersRequests for L {}

/// What a layer makes of an app: a `tower::Service` of requests, of which each request has a clone.
pub trait AnswersRequests: Clone + Send + Sync + 'static {
    /// The response, or why there is none.
    #[doc(hidden)]
    fn answered(self, request: Request<Body>) -> impl Future<Output = Result<Response, BoxError>> + Send;
}

impl<S, B> AnswersRequests for S
where
    S: TowerService<Request<Body>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    async fn answered(mut self, request: Request<Body>) -> Result<Response, BoxError> {
        poll_fn(|context| self.poll_ready(context)).await.map_err(Into::into)?;
        let response = self.call(request).await.map_err(Into::into)?;
        Ok(response.map(Body::of))
    }
}

impl Service {
    /// The app with a layer around it: see [`App::layer`](crate::App::layer).
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: AppLayer<Service: AnswersRequests>,
    {
        self.layer_part(layer, None)
    }

    /// The same around a part of it alone.
    pub(crate) fn layer_part<L>(self, layer: L, part: Option<Part>) -> Self
    where
        L: AppLayer<Service: AnswersRequests>,
    {
        let (shared, is_within) = (self.shared.clone(), self.is_within);
        let within = Self { is_within: true, ..self.clone() };
        let part = part.map(|part| Arc::new(Aside { part, whole: self, within: within.clone() }));
        let service = layer.around(within);
        let around: Arc<dyn Around> = match (&service as &dyn Any).downcast_ref::<Middleware>() {
            Some(middleware) => Arc::new(middleware.clone()),
            None => Arc::new(Outermost { service, app: shared.clone() }),
        };
        Self { shared, layered: Some(Layered { around, part }), is_within }
    }

    /// Answers a request through the outermost layer, or beside it.
    #[cold]
    pub(super) fn answer_layered<'s, E: Exchange>(
        &self,
        layered: &'s Layered,
        request: Request<Body>,
        peer: Option<SocketAddr>,
        exchange: &'s E,
    ) -> Responding<'s, E> {
        match &layered.part {
            Some(aside) if !aside.part.has(request.uri().path()) => {
                let beside = if self.is_within { &aside.within } else { &aside.whole };
                beside.answer(request, peer, exchange)
            }
            _ => Responding::Boxed(self.send_through(&*layered.around, request, peer, exchange)),
        }
    }

    /// Sends a request through the layers.
    fn send_through<'s, E: Exchange>(
        &self,
        around: &dyn Around,
        mut request: Request<Body>,
        peer: Option<SocketAddr>,
        exchange: &'s E,
    ) -> Waiting<'s> {
        if let Some(peer) = peer {
            request.extensions_mut().insert(ClientAddr(peer));
        }
        exchange.begin(!request.body().is_empty());
        // The layers see the body that a GET would have, and say in the headers what becomes of it.
        let strips = request.method() == http::Method::HEAD && self.is_whole();
        let answer = around.answer(request);
        Box::pin(async move {
            let mut response = answer.await;
            if strips {
                strip_body(&mut response);
            }
            exchange.end(&mut response, true);
            response
        })
    }
}

/// Any layer, whose failure is written around it.
struct Outermost<S> {
    service: S,
    app: Arc<Shared>,
}

impl<S: AnswersRequests> Around for Outermost<S> {
    fn answer(&self, request: Request<Body>) -> Waiting<'static> {
        let (service, app) = (self.service.clone(), self.app.clone());
        let requested = Requested::of(&request, &app);
        Box::pin(async move {
            match caught(service.answered(request)).await {
                Ok(response) => response,
                Err(problem) => {
                    let mut response = *failure(problem);
                    requested.finish(&app, &mut response, false);
                    response
                }
            }
        })
    }
}

/// A middleware writes its failures itself, and needs for that what is known of a request once.
impl Around for Middleware {
    fn answer(&self, request: Request<Body>) -> Waiting<'static> {
        let requested = Requested::of(&request, self.app());
        let middleware = self.clone();
        let begun = std::panic::catch_unwind(AssertUnwindSafe(|| self.run(request)));
        let mut answer = begun.unwrap_or_else(|panic| Box::pin(ready(*failure(fallen(&*panic)))));
        Box::pin(async move {
            let answered = poll_fn(|context| {
                let polled = std::panic::catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context)));
                polled.unwrap_or_else(|panic| Poll::Ready(*failure(fallen(&*panic))))
            });
            let mut response = answered.await;
            middleware.finish(&requested, &mut response);
            response
        })
    }
}

/// What a layer comes to. One that fails, or panics, is a failure of the server.
async fn caught(answered: impl Future<Output = Result<Response, BoxError>>) -> Result<Response, Problem> {
    let mut answered = pin!(answered);
    poll_fn(|context| {
        // What has panicked is never used again, and what it shared is behind the user's own locks.
        let polled = std::panic::catch_unwind(AssertUnwindSafe(|| answered.as_mut().poll(context)));
        polled.map_or_else(
            |panic| Poll::Ready(Err(fallen(&*panic))),
            |polled| {
                polled
                    .map_err(|error| Problem::new(500).detail("a layer around the app failed").because(error))
            },
        )
    })
    .await
}

#[cold]
fn fallen(panic: &(dyn Any + Send)) -> Problem {
    let text = log::panic_text(panic);
    Problem::new(500).detail(format!("a layer around the app panicked: {text}"))
}

/// What is known of a request where its failure is written.
pub(crate) struct Requested {
    line: RequestLine,
    headers: HeaderMap,
}

impl Requested {
    pub(crate) fn of(request: &Request<Body>, app: &Shared) -> Self {
        let peer = request.extensions().get::<ClientAddr>().map(|address| address.0);
        let (method, uri, version) = (request.method().clone(), request.uri().clone(), request.version());
        // Who writes failures as the app's hook does not is not asked what the request had.
        let headers = if app.has_failure_hook() { request.headers().clone() } else { HeaderMap::new() };
        Self { line: RequestLine { method, uri, version, peer }, headers }
    }

    /// Makes of a response what all of the app's are; and writes the failure that it is, unless that is done.
    pub(crate) fn finish(&self, app: &Shared, response: &mut Response, is_written: bool) {
        if !is_written {
            render(app, &self.line, &self.headers, response);
        }
        framing::finish(&self.line.method, &app.security, response);
    }
}
