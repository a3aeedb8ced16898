//! `TestClient`: calls an app in this process, through the service that a connection goes through.

#[cfg(feature = "multipart")]
mod parts;
mod response;

pub use response::TestResponse;

use std::fmt::{self, Display};
use std::net::SocketAddr;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header};

use crate::Body;
use crate::head;
use crate::link::LinkTarget;
use crate::respond::Response;
use crate::service::Service;

type Answer = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

/// A client that calls an app in this process: what [`App::test`](crate::App::test) makes.
///
/// ```
/// use fingerpost::{App, route, routes};
///
/// #[route(PUT, "/database", status = 201)]
/// fn database() {}
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![database]).test().put("/database").send().await;
/// assert_eq!(response.status(), 201);
/// assert_eq!(response.text(), "");
/// # }
/// ```
#[derive(Clone)]
pub struct TestClient {
    answer: Arc<dyn Fn(Request<Body>, Option<SocketAddr>) -> Answer + Send + Sync>,
    #[cfg(feature = "client")]
    app: Arc<crate::app::Shared>,
}

impl fmt::Debug for TestClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestClient").finish_non_exhaustive()
    }
}

impl TestClient {
    pub(crate) fn of(service: Service) -> Self {
        #[cfg(feature = "client")]
        let app = service.shared.clone();
        let answer = move |request, peer| -> Answer {
            let service = service.clone();
            Box::pin(async move {
                let Ok(response) = service.answer(request, peer, &()).await;
                response
            })
        };
        Self {
            answer: Arc::new(answer),
            #[cfg(feature = "client")]
            app,
        }
    }

    /// The answer to a request as it comes.
    #[cfg(feature = "client")]
    pub(crate) async fn answer(&self, request: Request<Body>) -> Response {
        (self.answer)(request, None).await
    }

    /// The prefix, percent-encoded, that the app mounts a handler below.
    #[cfg(feature = "client")]
    pub(crate) fn prefix_of(&self, path: &crate::RoutePath) -> String {
        path.prefix_in(&self.app)
    }

    /// Starts a request. The target is a path with its query, as `/posts/7?full=1`, or what prints as one, such as
    /// `get_post::path(7)`.
    ///
    /// # Panics
    /// Where the method is no token, here, or the target no URI, when it is sent: this is for tests.
    #[track_caller]
    pub fn request(&self, method: &str, target: impl LinkTarget) -> TestRequest {
        let Ok(method) = Method::from_bytes(method.as_bytes()) else { panic!("`{method}` is not a method") };
        TestRequest {
            client: self.clone(),
            method,
            target: target.to_string(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            peer: None,
            #[cfg(feature = "multipart")]
            parts: Vec::new(),
        }
    }

    /// Starts a GET.
    pub fn get(&self, target: impl LinkTarget) -> TestRequest {
        self.request("GET", target)
    }

    /// Starts a HEAD.
    pub fn head(&self, target: impl LinkTarget) -> TestRequest {
        self.request("HEAD", target)
    }

    /// Starts a POST.
    pub fn post(&self, target: impl LinkTarget) -> TestRequest {
        self.request("POST", target)
    }

    /// Starts a PUT.
    pub fn put(&self, target: impl LinkTarget) -> TestRequest {
        self.request("PUT", target)
    }

    /// Starts a PATCH.
    pub fn patch(&self, target: impl LinkTarget) -> TestRequest {
        self.request("PATCH", target)
    }

    /// Starts a DELETE.
    pub fn delete(&self, target: impl LinkTarget) -> TestRequest {
        self.request("DELETE", target)
    }

    /// Starts an OPTIONS.
    pub fn options(&self, target: impl LinkTarget) -> TestRequest {
        self.request("OPTIONS", target)
    }
}

/// A request to be sent to an app in this process.
///
/// ```
/// use std::net::SocketAddr;
///
/// use fingerpost::{App, ClientAddr, HeaderMap, Json, post, routes};
///
/// #[post("/ports?{of}")]
/// fn ports(of: String, ClientAddr(from): ClientAddr, headers: HeaderMap, Json(more): Json<u16>) -> String {
///     format!("{of} {} {} {}", from.port(), more, headers["x-caller"].to_str().unwrap_or_default())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let request = App::new(routes![ports]).test().post("/ports?of=mine").header("x-caller", "Ada").json(&8);
/// let response = request.from_addr(SocketAddr::from(([127, 0, 0, 1], 7))).send().await;
/// assert_eq!(response.text(), "mine 7 8 Ada");
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct TestRequest {
    client: TestClient,
    method: Method,
    target: String,
    headers: HeaderMap,
    body: Body,
    peer: Option<SocketAddr>,
    #[cfg(feature = "multipart")]
    parts: Vec<u8>,
}

impl TestRequest {
    /// Adds a header.
    ///
    /// # Panics
    /// Where the name or the value cannot be a header's: this is for tests.
    #[track_caller]
    pub fn header(mut self, name: &str, value: impl Display) -> Self {
        let value = value.to_string();
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::try_from(&value)) {
            (Ok(name), Ok(value)) => head::add(&mut self.headers, name, value),
            (Err(_), _) => panic!("`{name}` is not the name of a header"),
            (_, Err(_)) => panic!("`{value}` cannot be the value of a header"),
        };
        self
    }

    /// Sets the body, without a media type.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets the body to a JSON text, with its media type.
    ///
    /// # Panics
    /// Where the value cannot be JSON: this is for tests.
    #[track_caller]
    pub fn json<T: serde::Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => self.typed("application/json", json),
            Err(error) => panic!("the body cannot be JSON: {error}"),
        }
    }

    /// Sets the body to a form, with its media type.
    ///
    /// # Panics
    /// Where the value cannot be a form: this is for tests.
    #[cfg(feature = "form")]
    #[track_caller]
    pub fn form<T: serde::Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_html_form::to_string(value) {
            Ok(form) => self.typed("application/x-www-form-urlencoded", form),
            Err(error) => panic!("the body cannot be a form: {error}"),
        }
    }

    fn typed(mut self, media_type: &'static str, body: impl Into<Body>) -> Self {
        head::set(&mut self.headers, header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        self.body(body)
    }

    /// The address that the request seems to come from; none unless set.
    pub fn from_addr(mut self, addr: SocketAddr) -> Self {
        self.peer = Some(addr);
        self
    }

    /// Sends the request and reads the whole response.
    ///
    /// # Panics
    /// Where the target is no URI, the response's body fails, or, with the feature `conformance`, the response is not as its
    /// document declares: this is for tests.
    pub async fn send(self) -> TestResponse {
        #[cfg(feature = "multipart")]
        let sent = self.with_its_form();
        #[cfg(not(feature = "multipart"))]
        let sent = self;
        let mut request = Request::new(sent.body);
        *request.method_mut() = sent.method;
        *request.headers_mut() = sent.headers;
        *request.uri_mut() = match sent.target.parse() {
            Ok(uri) => uri,
            Err(error) => panic!("`{}` is not a target: {error}", sent.target),
        };
        let response = (sent.client.answer)(request, sent.peer).await;
        #[cfg(feature = "conformance")]
        if let Some(breach) = response.extensions().get::<crate::openapi::Breach>() {
            panic!("{breach}");
        }
        TestResponse::read(response).await
    }
}
