//! Text: `&'static str`, `String`, `Cow<'static, str>`.

use std::borrow::Cow;

use http::{HeaderValue, header::CONTENT_TYPE};

use super::{Responder, Response};
use crate::{Body, head};

/// A constant, so that it is checked while compiling and not with every response.
const PLAIN: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

fn write(response: &mut Response, text: impl Into<Body>) {
    head::set(response.headers_mut(), CONTENT_TYPE, PLAIN);
    *response.body_mut() = text.into();
}

/// `text/plain; charset=utf-8`
impl Responder for &'static str {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `text/plain; charset=utf-8`
impl Responder for String {
    #[inline]
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `text/plain; charset=utf-8`
impl Responder for Cow<'static, str> {
    #[inline]
    fn respond(self, response: &mut Response) {
        match self {
            Cow::Borrowed(text) => write(response, text),
            Cow::Owned(text) => write(response, text),
        }
    }
}
