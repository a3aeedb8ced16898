//! Bytes of any kind: `Bytes`, `Vec<u8>`, `&'static [u8]`, `Body`.

use bytes::Bytes;
use http::{HeaderValue, header::CONTENT_TYPE};

use super::{Responder, Response};
use crate::{Body, head};

const OCTETS: HeaderValue = HeaderValue::from_static("application/octet-stream");

fn write(response: &mut Response, bytes: impl Into<Body>) {
    head::set(response.headers_mut(), CONTENT_TYPE, OCTETS);
    *response.body_mut() = bytes.into();
}

/// `application/octet-stream`
impl Responder for Bytes {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `application/octet-stream`
impl Responder for Vec<u8> {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `application/octet-stream`
impl Responder for &'static [u8] {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `application/octet-stream`
impl<const N: usize> Responder for &'static [u8; N] {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, &self[..]);
    }
}

/// `application/octet-stream` where the response has no media type yet; an empty body has none.
impl Responder for Body {
    #[inline]
    fn respond(self, response: &mut Response) {
        if !self.is_empty() {
            response.headers_mut().entry(CONTENT_TYPE).or_insert(OCTETS);
        }
        *response.body_mut() = self;
    }
}
