//! `Call`: a request of a handler's route, and what it answers; `Draft`: the request while it is written.

use std::fmt;
use std::marker::PhantomData;

use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header};

use super::CallError;
use super::read::ReadOutput;
use crate::link::RoutePath;
use crate::{Body, BoxError};

/// A request of a handler's route, which answers with the handler's output `O`: what `get_post::request(7)` makes, and
/// [`Client::call`](super::Client::call) sends.
#[must_use = "a request does nothing until a client calls it"]
pub struct Call<O> {
    pub(super) draft: Draft,
    output: PhantomData<fn() -> O>,
}

impl<O> Call<O> {
    #[doc(hidden)]
    pub fn new(draft: Draft) -> Self {
        Self { draft, output: PhantomData }
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
}

impl<O> fmt::Debug for Call<O> {
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
    pub(super) status: u16,
    pub(super) media_type: &'static str,
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
            status,
            media_type,
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

    pub(super) fn path(&self) -> &RoutePath {
        &self.path
    }

    #[cfg(feature = "headers")]
    pub(super) fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The request, with the path and query that it is to have; of several methods the first.
    pub(super) fn into_request<O: ReadOutput>(
        self,
        below: &str,
    ) -> Result<(String, Request<Body>), CallError> {
        if let Some(error) = self.failed {
            return Err(CallError::Argument(error));
        }
        let mut target = self.path.below(below);
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
        let accepted = if self.media_type.is_empty() { O::ACCEPTED } else { self.media_type };
        if !accepted.is_empty()
            && let Ok(accepted) = HeaderValue::try_from(format!("{accepted}, application/problem+json"))
        {
            request.headers_mut().entry(header::ACCEPT).or_insert(accepted);
        }
        Ok((target, request))
    }
}
