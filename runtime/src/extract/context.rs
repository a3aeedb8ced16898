//! `RequestContext`: the request as extractors and the generated glue see it.

use std::borrow::Cow;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use http::{Extensions, HeaderMap, Method, Uri, Version};

use super::kept::Kept;
use crate::app::Shared;
use crate::link::Scope;
use crate::respond::Response;
use crate::route::RouteInfo;
use crate::router::{Captures, decode};
use crate::{Body, Problem};

/// One request on its way to its handler: what an extractor reads from.
///
/// The borrowed parts live as long as the request is being answered (`'r`), so that captures taken as `&str` stay
/// valid while the handler runs.
///
/// ```
/// use fingerpost::{App, FromRequest, RequestContext, get, routes};
///
/// /// Where a request went, for an audit.
/// struct Trail(String);
///
/// impl FromRequest for Trail {
///     type Rejection = std::convert::Infallible;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Self::Rejection> {
///         let captures: Vec<String> = request.captures().map(|(name, value)| format!("{name}={value}")).collect();
///         Ok(Self(format!("{} {} {}", request.method(), request.route().path, captures.join(","))))
///     }
/// }
///
/// #[get("/users/{id}")]
/// fn user(id: u64, trail: Trail) -> String {
///     format!("{id}: {}", trail.0)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![user]).test().get("/users/7").send().await;
/// assert_eq!(response.text(), "7: GET /users/{id} id=7");
/// # }
/// ```
// It is five references to types without lifetimes: that it can be sent between threads is proved once and not anew for
// each handler.
pub struct RequestContext<'r> {
    pub(crate) line: &'r RequestLine,
    pub(crate) matched: &'r Matched,
    pub(crate) message: &'r mut Message,
    /// Written in the end.
    pub(crate) response: &'r mut Response,
    pub(crate) app: &'r Arc<Shared>,
}

/// What the request asks for, and who asks.
#[derive(Clone)]
pub(crate) struct RequestLine {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) version: Version,
    pub(crate) peer: Option<SocketAddr>,
}

/// The route that answers it.
pub(crate) struct Matched {
    /// The path that was matched, decoded but for `%2F` and `%25`; `None` where that is the path as it came.
    pub(crate) path: Option<String>,
    pub(crate) captures: Captures,
    /// Decoded texts that the handler borrows.
    pub(crate) kept: Kept,
    pub(crate) route: &'static RouteInfo,
    /// The index of the route among those of the app.
    pub(crate) index: usize,
}

impl Matched {
    /// A capture, decoded, of the path that was matched.
    #[inline]
    fn capture<'r>(&self, path: &'r str, index: usize) -> Cow<'r, str> {
        let text = self.captures.get(path, index).unwrap_or_default();
        if self.captures.may_be_coded() { decode(text) } else { Cow::Borrowed(text) }
    }
}

/// The parts of the request that extractors may take away.
pub(crate) struct Message {
    pub(crate) headers: HeaderMap,
    pub(crate) extensions: Extensions,
    pub(crate) body: Body,
    /// The body is somebody else's, who may keep it for longer than the answer takes.
    pub(crate) is_body_taken: bool,
}

impl<'r> RequestContext<'r> {
    /// The request's method.
    #[must_use]
    pub fn method(&self) -> &'r Method {
        &self.line.method
    }

    /// The request's target as it came, undecoded.
    #[must_use]
    pub fn uri(&self) -> &'r Uri {
        &self.line.uri
    }

    /// The request's query string, undecoded; empty where there is none.
    #[must_use]
    pub fn query(&self) -> &'r str {
        self.line.uri.query().unwrap_or_default()
    }

    /// The request's version of HTTP.
    #[must_use]
    pub fn version(&self) -> Version {
        self.line.version
    }

    /// The request's headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.message.headers
    }

    /// What layers before the app have attached to the request.
    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.message.extensions
    }

    /// What layers before the app have attached to the request, to add to it or take from it.
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.message.extensions
    }

    /// The route that was matched, as declared.
    #[must_use]
    pub fn route(&self) -> &'static RouteInfo {
        self.matched.route
    }

    /// The address of the other end of the connection; `None` where the app is called without one, as in tests.
    #[must_use]
    pub fn peer_addr(&self) -> Option<SocketAddr> {
        self.line.peer
    }

    /// The app's state of this type; `None` where the app has none. An extractor that needs it implements
    /// [`FromState`](crate::FromState), and cannot be mounted without.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(&self) -> Option<&'r T> {
        self.app.state()
    }

    /// The path's captures by name, decoded, in the path's order.
    #[must_use]
    pub fn captures(&self) -> impl ExactSizeIterator<Item = (&'static str, Cow<'r, str>)> + use<'r> {
        let (path, matched) = (self.path(), self.matched);
        let names = matched.route.captures.iter().enumerate();
        names.map(move |(index, &name)| (name, matched.capture(path, index)))
    }

    /// The path that the captures point into.
    fn path(&self) -> &'r str {
        let (line, matched) = (self.line, self.matched);
        matched.path.as_deref().unwrap_or(line.uri.path())
    }

    pub(crate) fn scope(&self) -> Scope {
        Scope { app: self.app.id, route: self.matched.index }
    }

    /// Empties the request's header map for the response, which spares it one of its own. A hook for failures may still
    /// ask for the request's headers, should the success turn into a failure while it is written.
    #[inline]
    pub(crate) fn answer_in_its_headers(&mut self) {
        let (headers, response) = (&mut self.message.headers, &mut *self.response);
        if !self.app.has_failure_hook() && response.headers().is_empty() {
            headers.clear();
            std::mem::swap(headers, response.headers_mut());
        }
    }

    pub(crate) fn capture(&self, index: usize) -> Cow<'r, str> {
        self.matched.capture(self.path(), index)
    }

    /// The most bytes that the body of this request may have: the route's limit, or the app's.
    #[must_use]
    pub fn body_limit(&self) -> u64 {
        self.matched.route.body_limit.unwrap_or(self.app.limits.body)
    }

    /// Whether its body is known to have bytes.
    pub(crate) fn has_bytes(&self) -> bool {
        http_body::Body::size_hint(&self.message.body).lower() > 0
    }

    pub(crate) fn json_depth(&self) -> usize {
        self.app.limits.json_depth
    }

    #[cfg(any(feature = "form", feature = "multipart"))]
    pub(crate) fn most_fields(&self) -> usize {
        self.app.limits.fields
    }

    /// Takes the request's body, unread and without a limit of its length; a second call finds it empty.
    pub fn take_body(&mut self) -> Body {
        self.message.is_body_taken = true;
        std::mem::take(&mut self.message.body)
    }

    /// Reads the whole body.
    ///
    /// # Errors
    /// 413 where it is longer than [`body_limit`](Self::body_limit), known beforehand where the request declares its
    /// length (RFC 9110 §15.5.14); 400 where it ends before it should or cannot be read.
    pub async fn read_body(&mut self) -> Result<bytes::Bytes, Problem> {
        super::body::read(std::mem::take(&mut self.message.body), self.body_limit()).await
    }
}

impl fmt::Debug for RequestContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestContext")
            .field("method", &self.line.method)
            .field("uri", &self.line.uri)
            .field("headers", &self.message.headers)
            .field("route", &self.matched.route.path)
            .finish_non_exhaustive()
    }
}
