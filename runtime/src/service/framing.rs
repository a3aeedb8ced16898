//! Where a response ends is for the server to say: a length that is not the body's would split it (RFC 9112 §11.1).

use http::header::{
    CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use http::{Method, StatusCode};
use http_body::Body as _;

use crate::respond::{Responder, Response};
use crate::{Body, Problem, SecurityHeaders, head};

/// Replaces a response whose status is none of a final response.
#[inline]
pub(super) fn check_status(response: &mut Response) {
    if response.status().is_informational() && response.status() != StatusCode::SWITCHING_PROTOCOLS {
        refuse_informational(response);
    }
}

/// Corrects what a response says of its own length, and adds the headers that all of the app's responses have.
#[inline]
pub(super) fn finish(method: &Method, security: &SecurityHeaders, response: &mut Response) {
    let mut names = response.headers().keys();
    // Most answers have a media type and nothing else.
    let is_usual = match (names.len(), names.next()) {
        (0, _) => true,
        (1, Some(name)) => *name == CONTENT_TYPE,
        _ => false,
    };
    if is_usual || !has_own(method, response) {
        security.add_nosniff(response);
    }
    security.add_more(response);
}

/// Corrects what a response says of its own length; says whether it has its own `X-Content-Type-Options`.
#[inline(never)]
fn has_own(method: &Method, response: &mut Response) -> bool {
    // The few names are compared sooner than one of them is looked up.
    let (mut is_framed, mut is_careful) = (false, false);
    for name in response.headers().keys() {
        is_framed |= *name == CONTENT_LENGTH || *name == TRANSFER_ENCODING;
        is_careful |= *name == X_CONTENT_TYPE_OPTIONS;
    }
    if is_framed {
        correct(method, response);
    }
    is_careful
}

/// A response to HEAD has the headers of GET and no body (RFC 9110 §9.3.2).
pub(super) fn strip_body(response: &mut Response) {
    let length = response.body().size_hint().exact();
    let unsaid = !response.headers().contains_key(CONTENT_LENGTH)
        && !response.status().is_informational()
        && response.status() != StatusCode::NO_CONTENT
        && response.status() != StatusCode::NOT_MODIFIED;
    if let Some(length) = length.filter(|_| unsaid) {
        head::set(response.headers_mut(), CONTENT_LENGTH, length.into());
    }
    *response.body_mut() = Body::empty();
}

/// 1xx comes before a response and is none (RFC 9110 §15.2).
#[cold]
fn refuse_informational(response: &mut Response) {
    let detail = format!("the handler answered with {}, which comes before an answer", response.status());
    Problem::new(500).detail(detail).respond(response);
}

/// Leaves the length where it is true, and no transfer coding: that is the connection's (RFC 9112 §6.1).
#[cold]
fn correct(method: &Method, response: &mut Response) {
    head::unset(response.headers_mut(), &TRANSFER_ENCODING);
    let Some(said) = length(response.headers()) else { return drop_length(response) };
    let is_bodiless = method == Method::HEAD || response.status() == StatusCode::NOT_MODIFIED;
    let is_true = match response.body().size_hint().exact() {
        // What GET would send, and this response does not.
        _ if is_bodiless => true,
        Some(length) => length == said,
        // A stream is cut at the length that was said, and an answer that is shorter ends the connection.
        None => true,
    };
    if !is_true || response.status() == StatusCode::NO_CONTENT {
        drop_length(response);
    }
}

fn drop_length(response: &mut Response) {
    head::unset(response.headers_mut(), &CONTENT_LENGTH);
}

fn length(headers: &HeaderMap) -> Option<u64> {
    let mut lengths = headers.get_all(CONTENT_LENGTH).iter();
    let length = lengths.next().filter(|length| is_number(length))?;
    if lengths.next().is_some() { None } else { length.to_str().ok()?.parse().ok() }
}

fn is_number(value: &HeaderValue) -> bool {
    value.as_bytes().iter().all(u8::is_ascii_digit)
}
