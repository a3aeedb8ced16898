//! Answering: the handler's output onto the response, and what the attribute declares on top of a success.

use http::{HeaderName, HeaderValue, StatusCode, header};

use crate::Problem;
use crate::extract::RequestContext;
use crate::link::RoutePath;
use crate::respond::{Output, Responder, Response};
use crate::route::{Answer, Answered};

/// What the attribute declares of the success.
#[derive(Debug)]
pub struct Declared {
    status: Option<StatusCode>,
    content_type: Option<HeaderValue>,
    headers: &'static [(HeaderName, HeaderValue)],
}

impl Declared {
    /// Nothing.
    pub const NOTHING: Self = Self { status: None, content_type: None, headers: &[] };

    /// The status, 0 where none is declared; the media type, empty where none is; the fixed headers.
    #[must_use]
    pub const fn new(
        status: u16,
        content_type: &'static str,
        headers: &'static [(HeaderName, HeaderValue)],
    ) -> Self {
        Self {
            status: if status == 0 { None } else { Some(status_code(status)) },
            content_type: if content_type.is_empty() {
                None
            } else {
                Some(HeaderValue::from_static(content_type))
            },
            headers,
        }
    }
}

/// What a handler returned whose type has no name, as it is.
pub fn responds<R: Output>(output: R) -> R {
    output
}

/// What the handler returned, whatever its type: found as [`Extractor`](super::Extractor) is.
#[derive(Debug)]
pub struct Returned<R>(pub R);

/// See [`Returned`].
pub trait Respond<R: Output> {
    /// Writes the handler's answer onto the response.
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer;

    /// The same, with a `Location` made from the success.
    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer
    where
        F: FnOnce(&R::Success) -> RoutePath;
}

impl<R: Output> Respond<R> for Returned<R> {
    #[inline]
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer {
        if let Some(success) = self.0.success_or_fail(&mut request.message.response) {
            request.answer_in_its_headers();
            write_success(&mut request.message.response, success, declared);
        }
        Ok(())
    }

    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer
    where
        F: FnOnce(&R::Success) -> RoutePath,
    {
        let Some(success) = self.0.success_or_fail(&mut request.message.response) else { return Ok(()) };
        let location = location(&success).location(request.app, request.app.prefix_at(request.matched.index));
        request.answer_in_its_headers();
        write_success(&mut request.message.response, success, declared);
        // What a route's path is made of is percent-encoded, and an origin is checked when it is declared.
        if let Ok(location) = HeaderValue::try_from(location) {
            request.message.response.headers_mut().insert(header::LOCATION, location);
        }
        Ok(())
    }
}

/// See [`Returned`].
pub trait RespondNot {
    /// Is never run.
    fn respond(self, request: &mut RequestContext<'_>, declared: &Declared) -> Answer;

    /// Is never run.
    fn respond_at<F>(self, request: &mut RequestContext<'_>, declared: &Declared, location: F) -> Answer;
}

impl<R> RespondNot for &Returned<R> {
    fn respond(self, _: &mut RequestContext<'_>, _: &Declared) -> Answer {
        Err(Answered)
    }

    fn respond_at<F>(self, _: &mut RequestContext<'_>, _: &Declared, _: F) -> Answer {
        Err(Answered)
    }
}

#[inline]
fn write_success<R: Responder>(response: &mut Response, success: R, declared: &Declared) {
    let usual = const { status_code(R::FACTS.status()) };
    *response.status_mut() = declared.status.unwrap_or(usual);
    success.respond(response);
    // A responder that turned into a failure while it was written is none of what was declared.
    if Problem::of(response).is_some() {
        return;
    }
    let headers = response.headers_mut();
    if let Some(media_type) = &declared.content_type {
        headers.insert(header::CONTENT_TYPE, media_type.clone());
    }
    for (at, (name, value)) in declared.headers.iter().enumerate() {
        // The declared value stands instead of the responder's; declared twice, both stand.
        if declared.headers[..at].iter().any(|(earlier, _)| earlier == name) {
            headers.append(name, value.clone());
        } else {
            headers.insert(name, value.clone());
        }
    }
}

const fn status_code(code: u16) -> StatusCode {
    match StatusCode::from_u16(code) {
        Ok(status) => status,
        Err(_) => panic!("a status is 100 to 999"),
    }
}
