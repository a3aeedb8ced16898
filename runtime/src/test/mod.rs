//! `TestClient`: calls an app in this process, through the service that a connection goes through.

#[cfg(feature = "cookies")]
mod jar;
#[cfg(feature = "multipart")]
mod parts;
mod response;

pub use response::TestResponse;

use std::fmt::{self, Display};
use std::net::SocketAddr;
#[cfg(feature = "cookies")]
use std::sync::Arc;

use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header};

use crate::extract::{FromState, Kept, Matched, Message, RequestContext, RequestLine};
use crate::link::LinkTarget;
use crate::respond::Response;
use crate::route::RouteInfo;
use crate::router::Captures;
use crate::service::Service;
use crate::{Body, head};

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
    service: Service,
    #[cfg(feature = "cookies")]
    jar: Option<Arc<jar::Jar>>,
}

impl fmt::Debug for TestClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestClient").finish_non_exhaustive()
    }
}

impl TestClient {
    pub(crate) fn of(service: Service) -> Self {
        Self {
            service,
            #[cfg(feature = "cookies")]
            jar: None,
        }
    }

    /// The answer to a request as it comes.
    pub(crate) async fn answer(&self, mut request: Request<Body>, peer: Option<SocketAddr>) -> Response {
        self.add_cookies(request.headers_mut());
        let Ok(response) = self.service.answer(request, peer, &()).await;
        #[cfg(feature = "cookies")]
        if let Some(jar) = &self.jar {
            jar.keep(response.headers());
        }
        response
    }

    /// Those that it keeps.
    #[cfg_attr(not(feature = "cookies"), expect(unused_variables, reason = "none are kept"))]
    fn add_cookies(&self, headers: &mut HeaderMap) {
        #[cfg(feature = "cookies")]
        if let Some(jar) = &self.jar {
            jar.send(headers);
        }
    }

    /// The prefix, percent-encoded, that the app mounts a handler below.
    #[cfg(feature = "client")]
    pub(crate) fn prefix_of(&self, path: &crate::RoutePath) -> String {
        path.prefix_in(&self.service.shared)
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
        TestResponse::read(self.begin().await).await
    }

    /// Sends the request and leaves the response's body unread, for one that is long or has no end.
    ///
    /// ```
    /// use fingerpost::{App, Event, Sse, Stream, get, routes};
    /// use futures_util::{StreamExt, stream};
    ///
    /// #[get("/ticks")]
    /// fn ticks() -> Sse<impl Stream<Item = Event>> {
    ///     Sse::new(stream::repeat("tick").map(Event::data))
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::Problem> {
    /// let mut response = App::new(routes![ticks]).test().get("/ticks").begin().await;
    /// assert_eq!(response.status(), 200);
    /// assert_eq!(response.body_mut().chunk().await?.unwrap(), "data: tick\n\n");
    /// # Ok(()) }
    /// ```
    ///
    /// # Panics
    /// As [`send`](Self::send), but for the body.
    pub async fn begin(self) -> Response {
        let (request, peer, client) = self.into_request();
        let response = client.answer(request, peer).await;
        #[cfg(feature = "conformance")]
        if let Some(breach) = response.extensions().get::<crate::openapi::Breach>() {
            panic!("{breach}");
        }
        response
    }

    /// What an extractor makes of the request, without any route: to test one of your own, or to call a handler as a function
    /// with arguments that come from a request alone, such as a [`Shutdown`](crate::Shutdown). It has no captures.
    ///
    /// ```
    /// use fingerpost::{App, FromRequest, Problem, RequestContext, Shutdown, get, problem, routes};
    ///
    /// #[derive(Debug)]
    /// struct Tenant(String);
    ///
    /// impl FromRequest for Tenant {
    ///     type Rejection = Problem;
    ///
    ///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
    ///         let tenant = request.headers().get("x-tenant").and_then(|tenant| tenant.to_str().ok());
    ///         tenant.map(|tenant| Self(tenant.to_owned())).ok_or_else(|| problem!(400, "which tenant?"))
    ///     }
    /// }
    ///
    /// #[get("/status")]
    /// fn status(tenant: Tenant, shutdown: Shutdown) -> String {
    ///     format!("{} {}", tenant.0, shutdown.has_begun())
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Problem> {
    /// let client = App::new(routes![status]).test();
    /// let refused = client.get("/").extract::<Tenant>().await.unwrap_err();
    /// assert_eq!(refused.status(), 400);
    ///
    /// let tenant = client.get("/").header("x-tenant", "acme").extract().await?;
    /// let shutdown = client.get("/").extract().await?;
    /// assert_eq!(status(tenant, shutdown), "acme false");
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// The extractor's rejection.
    ///
    /// # Panics
    /// Where the target is no URI, or the app has no state of the type that the extractor reads: this is for tests.
    pub async fn extract<E: FromState>(self) -> Result<E, E::Rejection> {
        let (mut request, peer, client) = self.into_request();
        client.add_cookies(request.headers_mut());
        let (Parts { method, uri, version, headers, extensions, .. }, body) = request.into_parts();
        let line = RequestLine { method, uri, version, peer };
        let mut message = Message { headers, extensions, body, is_body_taken: false };
        let matched = Matched {
            path: None,
            captures: Captures::default(),
            kept: Kept::default(),
            route: &RouteInfo::EMPTY,
            index: usize::MAX,
        };
        let mut response = Response::default();
        let request = &mut RequestContext {
            line: &line,
            matched: &matched,
            message: &mut message,
            response: &mut response,
            app: &client.service.shared,
        };
        let Some(state) = request.state::<E::State>() else {
            panic!("the app has no state of type `{}`", std::any::type_name::<E::State>())
        };
        E::from_state(request, state).await
    }

    fn into_request(self) -> (Request<Body>, Option<SocketAddr>, TestClient) {
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
        (request, sent.peer, sent.client)
    }
}
