//! Text: `&'static str`, `String`, `Cow<'static, str>`.

use std::borrow::Cow;

use http::{HeaderValue, header::CONTENT_TYPE};

use super::{Responder, Response};
use crate::Body;

fn write(response: &mut Response, text: impl Into<Body>) {
    let media_type = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    *response.body_mut() = text.into();
}

/// `text/plain; charset=utf-8`
impl Responder for &'static str {
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `text/plain; charset=utf-8`
impl Responder for String {
    fn respond(self, response: &mut Response) {
        write(response, self);
    }
}

/// `text/plain; charset=utf-8`
impl Responder for Cow<'static, str> {
    fn respond(self, response: &mut Response) {
        match self {
            Cow::Borrowed(text) => write(response, text),
            Cow::Owned(text) => write(response, text),
        }
    }
}
