//! `Client`: sends calls over anything that answers requests, and reads what they answer.

use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::base::Base;
use super::call::Begun;
use super::{Answer, Call, CallError};
use crate::{Body, BoxError};

const TIMEOUT: Duration = Duration::from_secs(30);
const BODY_LIMIT: usize = 16 << 20;

/// Calls handlers over HTTP/1.1, or over any service that answers requests.
///
/// Clones are cheap and share the connections, which are kept for the next calls. Redirections are not followed: they are
/// answers.
///
/// ```no_run
/// use fingerpost::client::Client;
/// use fingerpost::get;
///
/// #[get("/hello/{name}")]
/// fn hello(name: &str) -> String {
///     format!("Hello, {name}!")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
/// let client = Client::new("http://127.0.0.1:8080/api");
/// let greeting = client.call(hello::request("World")).await?.success()?;
/// assert_eq!(*greeting, "Hello, World!");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Client<S = HttpClient> {
    service: S,
    settings: Settings,
}

#[derive(Clone, Debug)]
struct Settings {
    base: Result<Arc<Base>, String>,
    headers: HeaderMap,
    timeout: Duration,
    body_limit: usize,
}

impl Settings {
    fn new(base: &str) -> Self {
        let base = Base::parse(base).map(Arc::new).map_err(|error| error.to_string());
        Self { base, headers: HeaderMap::new(), timeout: TIMEOUT, body_limit: BODY_LIMIT }
    }

    /// Adds those that the call has not set itself.
    fn add_headers(&self, headers: &mut HeaderMap) {
        for name in self.headers.keys() {
            if !headers.contains_key(name) {
                for value in self.headers.get_all(name) {
                    headers.append(name, value.clone());
                }
            }
        }
    }
}

impl Client {
    /// A client of the server at this URL: its origin, and the prefix below which it mounts the table whose handlers are
    /// called, `http://127.0.0.1:8080/api`.
    ///
    /// A text that is no such URL is an error of each call. For `https` and for other connectors see [`Client::over`].
    #[must_use]
    pub fn new(base_url: &str) -> Self {
        Self::over(HttpClient::new(), base_url)
    }
}

impl<S> Client<S> {
    /// A client over any [`tower::Service`](https://docs.rs/tower/latest/tower/trait.Service.html) of requests: a client of
    /// `hyper-util` with a connector of your own, one with layers around it, an app in this process. The base URL may
    /// be a path alone, or empty, where the service asks for no origin.
    ///
    /// ```
    /// # #[cfg(feature = "tower")] mod only {
    /// use fingerpost::client::Client;
    /// use fingerpost::{App, get, routes};
    ///
    /// #[get("/hello")]
    /// fn hello() -> &'static str {
    ///     "Hello, World!"
    /// }
    /// # #[tokio::main(flavor = "current_thread")] pub async fn main() -> Result<(), fingerpost::BoxError> {
    /// let app = App::new(routes!["/api" => hello]).into_service()?;
    /// let client = Client::over(app, "/api");
    /// assert_eq!(*client.call(hello::request()).await?.success()?, "Hello, World!");
    /// # Ok(()) } }
    /// # #[cfg(feature = "tower")] only::main().unwrap();
    /// ```
    #[must_use]
    pub fn over(service: S, base_url: &str) -> Self {
        Self { service, settings: Settings::new(base_url) }
    }

    /// The time until an answer is there and read, or, where its body is read as it comes, until it begins; 30 seconds
    /// unless set.
    #[must_use]
    pub fn timeout(mut self, time: Duration) -> Self {
        self.settings.timeout = time;
        self
    }

    /// The bytes of an answer's body that are read; 16 MiB unless set. What is read as it comes has no limit.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// A header of all requests, such as `Authorization`, where the call has none of that name.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.settings.headers.append(name, value);
        self
    }

    /// Sends the request, and reads the answer.
    ///
    /// # Errors
    /// Where there is no answer, or it cannot be read. An answer that is a failure is an [`Answer`].
    pub fn call<T, P, B>(
        &self,
        call: Call<T, P>,
    ) -> impl Future<Output = Result<Answer<T, P>, CallError>> + use<S, T, P, B>
    where
        S: tower_service::Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>> + Clone,
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let (mut service, settings) = (self.service.clone(), self.settings.clone());
        async move {
            let base = settings.base.clone().map_err(CallError::BaseUrl)?;
            let Begun { target, mut request, answering } = call.begin(base.prefix())?;
            *request.uri_mut() = base.join(&target)?;
            settings.add_headers(request.headers_mut());
            let answer = async {
                poll_fn(|context| service.poll_ready(context)).await.map_err(transport)?;
                let response = service.call(request).await.map_err(transport)?;
                answering.read(response.map(Body::of), settings.body_limit).await
            };
            let answer = tokio::time::timeout(settings.timeout, answer).await;
            answer.unwrap_or(Err(CallError::Timeout(settings.timeout)))
        }
    }
}

fn transport(error: impl Into<BoxError>) -> CallError {
    CallError::Transport(error.into())
}

/// HTTP/1.1 over TCP, of `hyper-util`: what a [`Client`] is over unless it is told otherwise.
#[derive(Clone)]
pub struct HttpClient(legacy::Client<HttpConnector, Body>);

impl HttpClient {
    /// With a pool of connections of its own.
    #[must_use]
    pub fn new() -> Self {
        Self(legacy::Client::builder(TokioExecutor::new()).build_http())
    }
}

impl Default for HttpClient {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient").finish_non_exhaustive()
    }
}

impl tower_service::Service<Request<Body>> for HttpClient {
    type Response = Response<hyper::body::Incoming>;
    type Error = BoxError;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let sent = self.0.request(request);
        Box::pin(async move { sent.await.map_err(Into::into) })
    }
}
