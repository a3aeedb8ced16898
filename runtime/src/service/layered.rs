//! Layers: whatever `tower::Layer` stands around the app.

use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;

use http::{Method, Request, Uri};
use tower_layer::Layer;
use tower_service::Service as TowerService;

use super::framing::strip_body;
use super::responding::Waiting;
use super::{Exchange, Service, failure};
use crate::error::BoxError;
use crate::respond::Response;
use crate::{Body, ClientAddr, Problem, log};

/// The outermost layer with all that is within.
pub(super) type Layered = Arc<dyn Around>;

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

pub(super) trait Around: Send + Sync {
    fn answer(&self, request: Request<Body>) -> Answer;
}

impl Service {
    /// The app with a layer around it: see [`App::layer`](crate::App::layer).
    #[must_use]
    pub fn layer<L, B>(self, layer: L) -> Self
    where
        L: AppLayer,
        L::Layered: TowerService<Request<Body>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
        <L::Layered as TowerService<Request<Body>>>::Error: Into<BoxError>,
        <L::Layered as TowerService<Request<Body>>>::Future: Send,
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (shared, is_within) = (self.shared.clone(), self.is_within);
        let within = Self { is_within: true, ..self };
        Self { shared, layered: Some(Arc::new(Outermost(layer.layered(within)))), is_within }
    }

    /// Sends a request through the layers.
    #[cold]
    pub(super) fn send_through<'s, E: Exchange>(
        &self,
        layered: &Layered,
        mut request: Request<Body>,
        peer: Option<SocketAddr>,
        exchange: &'s E,
    ) -> Waiting<'s> {
        if let Some(peer) = peer {
            request.extensions_mut().insert(ClientAddr(peer));
        }
        exchange.begin(!request.body().is_empty());
        // The layers see the body that a GET would have, and say in the headers what becomes of it.
        let strips = request.method() == Method::HEAD && self.is_whole();
        let answer = layered.answer(request);
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

/// A layer that can stand around an app: any `tower::Layer`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a layer\nhelp: a `tower::Layer`, such as those of the crate `tower-http`; `tower::layer::layer_fn` makes one of a function from service to service, and what looks at requests alone is an extractor: `FromRequest`",
    label = "no layer"
)]
pub trait AppLayer {
    /// The app with the layer around it.
    type Layered;

    /// Puts it around.
    fn layered(self, app: Service) -> Self::Layered;
}

#[diagnostic::do_not_recommend]
impl<L: Layer<Service>> AppLayer for L {
    type Layered = L::Service;

    fn layered(self, app: Service) -> L::Service {
        self.layer(app)
    }
}

struct Outermost<S>(S);

impl<S, B> Around for Outermost<S>
where
    S: TowerService<Request<Body>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn answer(&self, request: Request<Body>) -> Answer {
        let mut service = self.0.clone();
        Box::pin(async move {
            let (method, uri) = (request.method().clone(), request.uri().clone());
            // What an error is of, before anything else is waited for: it need not be one that can be sent.
            let ready = poll_fn(|context| service.poll_ready(context)).await.map_err(Into::into);
            let answered = match ready {
                Ok(()) => service.call(request).await.map_err(Into::into),
                Err(error) => Err(error),
            };
            match answered {
                Ok(response) => response.map(Body::of),
                Err(error) => failed(&method, &uri, error),
            }
        })
    }
}

/// A layer that fails, as one that gives up, is a failure of the server.
#[cold]
fn failed(method: &Method, uri: &Uri, error: BoxError) -> Response {
    let mut response = *failure(Problem::new(500).detail("a layer around the app failed").because(error));
    if let Some(problem) = Problem::of(&response) {
        log::failure(method, uri.path(), problem);
    }
    crate::problem::render(&mut response);
    response
}
