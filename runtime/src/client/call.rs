//! `Call`: a request of a handler's route, and what it answers; `Draft`: the request while it is written.

use std::convert::Infallible;
use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, header};

use super::output::Given;
use super::receive::{Expected, Reading, read};
use super::{CallError, ReadProblem, ReadResponse};
use crate::link::RoutePath;
use crate::{Body, BoxError};

/// A request of a handler's route, which answers with a `T` or with one of the problems `P`: what `get_post::request(7)` makes,
/// and [`Client::call`](super::Client::call) sends.
#[must_use = "a request does nothing until a client calls it"]
pub struct Call<T, P = Infallible> {
    draft: Draft,
    accepted: &'static str,
    read: Read<T, P>,
}

/// Reads an answer: boxed, so that its type says no more than what is read.
type Read<T, P> = fn(Response<Body>, Expected, usize) -> Reading<T, P>;

impl<T, P> Call<T, P> {
    /// A call of a handler that returns a success `S`, which may be missing where `G` says so, or an error `E`.
    #[doc(hidden)]
    pub fn new<S, E, G>(draft: Draft) -> Self
    where
        S: ReadResponse + 'static,
        E: ReadProblem<Kind = P> + 'static,
        G: Given<S::Value, Value = T> + 'static,
    {
        let declared = draft.expected.media_type;
        let accepted = if declared.is_empty() { S::ACCEPTED } else { declared };
        let read: Read<T, P> =
            |response, expected, limit| Box::pin(read::<S, E, G>(response, expected, limit));
        Self { draft, accepted, read }
    }

    /// Adds a header that the handler's signature does not speak of.
    ///
    /// A value that can be none is an error of the call.
    pub fn header<V: TryInto<HeaderValue, Error: Into<BoxError>>>(
        mut self,
        name: HeaderName,
        value: V,
    ) -> Self {
        self.draft.header(name, value);
        self
    }

    #[cfg(feature = "server")]
    pub(super) fn path(&self) -> &RoutePath {
        &self.draft.path
    }

    /// The target below a prefix, the request, and how its answer is read.
    pub(super) fn begin(self, prefix: &str) -> Result<Begun<T, P>, CallError> {
        let answering = Answering { expected: self.draft.expected, read: self.read };
        let (target, request) = self.draft.into_request(prefix, self.accepted)?;
        Ok(Begun { target, request, answering })
    }
}

/// A call on its way.
pub(super) struct Begun<T, P> {
    pub(super) target: String,
    pub(super) request: Request<Body>,
    pub(super) answering: Answering<T, P>,
}

/// How an answer is read.
pub(super) struct Answering<T, P> {
    expected: Expected,
    read: Read<T, P>,
}

impl<T, P> Answering<T, P> {
    pub(super) fn read(self, response: Response<Body>, body_limit: usize) -> Reading<T, P> {
        (self.read)(response, self.expected, body_limit)
    }
}

impl<T, P> fmt::Debug for Call<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.draft).finish()
    }
}

/// A request while its arguments are written: what a [`SendArgument`](super::SendArgument) writes onto.
#[derive(Debug)]
pub struct Draft {
    path: RoutePath,
    query: String,
    headers: HeaderMap,
    body: Body,
    expected: Expected,
    failed: Option<BoxError>,
}

impl Draft {
    /// The path, the declared status (0 where none is) and the declared media type (empty where none is).
    #[doc(hidden)]
    #[must_use]
    pub fn new(path: RoutePath, status: u16, media_type: &'static str) -> Self {
        Self {
            path,
            query: String::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            expected: Expected { status, media_type },
            failed: None,
        }
    }

    /// Adds a header; a value that can be none fails the call.
    pub fn header<V: TryInto<HeaderValue, Error: Into<BoxError>>>(&mut self, name: HeaderName, value: V) {
        match value.try_into() {
            Ok(value) => {
                self.headers.append(name, value);
            }
            Err(error) => self.fail(error),
        }
    }

    /// Adds to the query what is encoded already: `q=a%20b&limit=10`.
    pub fn query(&mut self, encoded: &str) {
        if !self.query.is_empty() && !encoded.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(encoded);
    }

    /// Sets the body, and its media type where it has one.
    pub fn body(&mut self, media_type: Option<&'static str>, body: impl Into<Body>) {
        if let Some(media_type) = media_type {
            self.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        self.body = body.into();
    }

    /// The argument cannot be sent: the call fails with this.
    pub fn fail(&mut self, error: impl Into<BoxError>) {
        self.failed.get_or_insert(error.into());
    }

    #[cfg(feature = "headers")]
    pub(super) fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The request, with the path and query that it is to have; of several methods the first.
    fn into_request(self, prefix: &str, accepted: &str) -> Result<(String, Request<Body>), CallError> {
        if let Some(error) = self.failed {
            return Err(CallError::Argument(error));
        }
        let mut target = self.path.below(prefix);
        if !self.query.is_empty() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&self.query);
        }
        let mut request = Request::new(self.body);
        let method = self.path.route().methods.first().copied().unwrap_or("GET");
        if let Ok(method) = Method::from_bytes(method.as_bytes()) {
            *request.method_mut() = method;
        }
        *request.headers_mut() = self.headers;
        if !accepted.is_empty()
            && let Ok(accepted) = HeaderValue::try_from(format!("{accepted}, application/problem+json"))
        {
            request.headers_mut().entry(header::ACCEPT).or_insert(accepted);
        }
        Ok((target, request))
    }
}
