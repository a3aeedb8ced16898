//! `Reply<T>`: what came, with its status and headers.

use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};

use super::problem::read_document;
use crate::Problem;

/// What came: a value, with the status and the headers of the response. It is used as the value that it holds.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) value: T,
}

impl<T> Reply<T> {
    /// The status of the response.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first value of a header, where it is there and text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The `Location` of what was made, or of where else to look (RFC 9110 §10.2.2).
    pub fn location(&self) -> Option<&str> {
        self.header(header::LOCATION.as_str())
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A stream is read through it: `reply.next()`, `reply.chunk()`.
impl<T> DerefMut for Reply<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// A response as it is.
impl Reply<Bytes> {
    /// Its body as text; what is no UTF-8 in it is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.value).into_owned()
    }

    /// The problem that it is, where it is one (RFC 9457).
    pub fn problem(&self) -> Option<Problem> {
        read_document(self.status, &self.headers, &self.value)
    }
}
