//! What a route with validators answers: its success, 304 without the content, or 412.

use std::time::SystemTime;

use http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap,
    HeaderValue, LAST_MODIFIED,
};
use http::{Method, StatusCode};

use super::etag::ETag;
use super::evaluate::{Verdict, evaluate};
use super::preconditions::PreconditionFailed;
use super::validators::Validators;
use crate::Body;
use crate::extract::RequestContext;
use crate::head;
use crate::respond::{Responder, Response};

/// Adds the validators to the success that is written, and takes its content back where the request's preconditions say so.
///
/// They are evaluated when the success is known, since they are nothing to a failure (RFC 9110 §13.2.1).
pub(crate) fn answer(request: &mut RequestContext<'_>, mut validators: Validators, by_content: bool) {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = &mut *request.response;
    if !response.status().is_success() {
        return;
    }
    if validators.etag().is_none() {
        validators.set_etag(etag_of(response, by_content));
    }
    set(response.headers_mut(), &validators);
    match evaluate(reads, &request.message.headers, &validators) {
        Verdict::Proceed => {}
        Verdict::NotModified => not_modified(response),
        Verdict::Failed => PreconditionFailed.respond(response),
    }
}

/// The tag that the handler has given, or one of the content, where all of it is there: a stream has none.
fn etag_of(response: &Response, by_content: bool) -> Option<ETag> {
    match response.headers().get(ETAG) {
        Some(value) => ETag::from_header(value),
        None => response.body().as_full().filter(|_| by_content).map(ETag::of),
    }
}

fn set(headers: &mut HeaderMap, validators: &Validators) {
    if let Some(tag) = validators.etag() {
        head::set(headers, ETAG, tag.as_header().clone());
    }
    if let Some(time) = validators.last_change() {
        // No later than the response itself (RFC 9110 §8.8.2.1).
        let time = httpdate::fmt_http_date(time.min(SystemTime::now()));
        if let Ok(time) = HeaderValue::try_from(time) {
            head::set(headers, LAST_MODIFIED, time);
        }
    }
}

/// 304 has the headers of the success, without those that are about its content alone (RFC 9110 §15.4.5).
fn not_modified(response: &mut Response) {
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    *response.body_mut() = Body::empty();
    for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_RANGE] {
        response.headers_mut().remove(name);
    }
}
