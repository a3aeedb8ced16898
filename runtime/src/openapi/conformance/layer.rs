//! The layer: an app whose every answer is looked at.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderValue, Request, StatusCode, header};
use http_body::Body as _;
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower_layer::Layer;
use tower_service::Service as TowerService;

use super::answer::{body_mistakes, declared};
use super::operations::{Name, Operations};
use super::seen::Sighting;
use super::{Breach, Conformance};
use crate::Body;
use crate::respond::Response;
use crate::service::{Service, ServiceFuture};

/// An app whose answers are held against its document: what [`Conformance`] makes of it.
#[derive(Clone, Debug)]
pub struct Conforming {
    app: Service,
    operations: Arc<Operations>,
    conformance: &'static Conformance,
}

/// # Panics
/// Where the app has no document: this is for tests.
impl Layer<Service> for &'static Conformance {
    type Service = Conforming;

    #[track_caller]
    fn layer(&self, app: Service) -> Conforming {
        let Some(document) = app.openapi() else {
            panic!("the app has no document that its answers could be held against: add `.openapi(…)`");
        };
        let operations = Arc::new(Operations::of(&app.shared, document.value()));
        Conforming { app, operations, conformance: self }
    }
}

impl TowerService<Request<Body>> for Conforming {
    type Response = Response;
    type Error = Infallible;
    type Future = ServiceFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> ServiceFuture {
        let this = self.clone();
        let route = this.app.route_of(&request);
        let method = request.method().clone();
        let answered = this.app.clone().call(request);
        Box::pin(async move {
            let response = answered.await?;
            match route.and_then(|route| this.operations.find(route, &method)) {
                Some((name, operation)) => Ok(this.look_at(name, operation, response).await),
                None => Ok(response),
            }
        })
    }
}

impl Conforming {
    /// The answer, where it is as the operation declares; else the breach.
    async fn look_at(&self, name: &Name, operation: &Value, response: Response) -> Response {
        let (head, body) = response.into_parts();
        let found = declared(operation, head.status).map_err(|mistake| vec![mistake]).and_then(|declared| {
            let json = declared.head(&head.headers, body.is_end_stream(), &self.operations)?;
            Ok((declared.key, json))
        });
        let (key, json) = match found {
            Ok(found) => found,
            Err(mistakes) => {
                return self.breach(name, operation, &Response::from_parts(head, body), &mistakes);
            }
        };
        let mut response = Response::from_parts(head, body);
        if let Some(content) = json {
            let mistakes = match std::mem::take(response.body_mut()).collect().await {
                Err(error) => vec![format!("the body ends with an error: {error}")],
                Ok(read) => {
                    let bytes = read.to_bytes();
                    *response.body_mut() = Body::from(bytes.clone());
                    body_mistakes(content, &bytes, &self.operations)
                }
            };
            if !mistakes.is_empty() {
                return self.breach(name, operation, &response, &mistakes);
            }
        }
        self.conformance.seen.add(Sighting::Answer { operation: name.to_string(), status: key.to_owned() });
        response
    }

    /// What is answered instead of what is not declared.
    fn breach(&self, name: &Name, operation: &Value, response: &Response, mistakes: &[String]) -> Response {
        let mut words = format!("{name} answers what its OpenAPI document does not declare:");
        for mistake in mistakes {
            let _ = write!(words, "\n  {mistake}");
        }
        let _ = write!(words, "\nanswered: {}", shown(response));
        let responses = operation["responses"].as_object();
        let keys: Vec<&str> = responses.into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        let _ = write!(words, "\ndeclared: {}", keys.join(", "));
        self.conformance.seen.add(Sighting::Breach(words.clone()));
        let mut response = Response::new(Body::from(words.clone()));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        response.extensions_mut().insert(Breach(words));
        response
    }
}

/// An answer as far as it is known: a body that comes as a stream is not read.
fn shown(response: &Response) -> String {
    let mut shown = response.status().to_string();
    for (name, value) in response.headers() {
        let _ = write!(shown, "\n  {name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    if let Some(bytes) = response.body().as_full().filter(|bytes| !bytes.is_empty()) {
        let text = String::from_utf8_lossy(bytes);
        let start: String = text.chars().take(1_000).collect();
        let _ = write!(shown, "\n  {start}{}", if start.len() < text.len() { " …" } else { "" });
    }
    shown
}
