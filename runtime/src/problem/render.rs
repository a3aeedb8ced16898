//! From problem to response: a responder first, bytes once at the end.

use std::error::Error;
use std::sync::Arc;

use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Problem, is_failure};
use crate::respond::{Facts, Responder, Response};
use crate::{Body, head};

/// Whatever was written before is taken back; the document itself is written last, when no layer or hook has put
/// another body in its place.
impl Responder for Problem {
    const FACTS: Facts = Facts::new().own_status(500);

    fn respond(self, response: &mut Response) {
        *response.status_mut() = self.status();
        *response.headers_mut() = self.headers().clone();
        *response.body_mut() = Body::empty();
        response.extensions_mut().insert(Arc::new(self));
    }
}

/// A 4xx or 5xx is the problem of that status, anything else an empty response.
///
/// ```
/// use fingerpost::{Problem, Responder, Response, StatusCode};
///
/// let mut response = Response::default();
/// StatusCode::ACCEPTED.respond(&mut response);
/// assert!(response.status() == 202 && Problem::of(&response).is_none());
/// StatusCode::GONE.respond(&mut response);
/// assert!(response.status() == 410 && Problem::of(&response).is_some());
/// ```
impl Responder for StatusCode {
    const FACTS: Facts = Facts::new().own_status(200).no_body();

    fn respond(self, response: &mut Response) {
        if is_failure(self) {
            Problem::new(self).respond(response);
        } else {
            *response.status_mut() = self;
        }
    }
}

/// Writes the document of the problem that the response carries, if it carries one.
pub(crate) fn render(response: &mut Response) {
    let Some(problem) = response.extensions().get::<Arc<Problem>>() else { return };
    *response.body_mut() = document(problem).into();
    let media_type = HeaderValue::from_static("application/problem+json");
    head::set(response.headers_mut(), CONTENT_TYPE, media_type);
}

/// What [`Serialize`] writes as JSON.
fn document(problem: &Problem) -> Vec<u8> {
    let mut document = Vec::new();
    let mut serializer = serde_json::Serializer::new(&mut document);
    let own = serializer.serialize_map(None).and_then(|mut members| {
        problem.write_own(&mut members)?;
        members.end()
    });
    // Writing texts and a number does not fail.
    if own.is_ok()
        && let Some(extensions) = &problem.0.extensions
    {
        document.pop();
        extensions.write(&mut document);
        document.push(b'}');
    }
    document
}

/// The document: `type` if it has one, title, status, detail if it is public, instance, extensions.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        self.write_own(&mut members)?;
        for (name, value) in self.extensions() {
            members.serialize_entry(name, value)?;
        }
        members.end()
    }
}

impl Problem {
    fn write_own<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        if let Some(uri) = self.get_type_uri() {
            members.serialize_entry("type", uri)?;
        }
        members.serialize_entry("title", self.get_title())?;
        members.serialize_entry("status", &self.status().as_u16())?;
        if let Some(detail) = self.get_detail() {
            members.serialize_entry("detail", detail)?;
        }
        if let Some(uri) = self.get_instance() {
            members.serialize_entry("instance", uri)?;
        }
        Ok(())
    }
}

impl Problem {
    /// The source and its sources: `no such table: disk full`.
    pub(crate) fn causes(&self) -> Option<String> {
        let mut next: Option<&(dyn Error + 'static)> = self.source().map(|source| source as _);
        let mut causes = String::new();
        while let Some(cause) = next {
            if !causes.is_empty() {
                causes.push_str(": ");
            }
            causes.push_str(&cause.to_string());
            next = cause.source();
        }
        (!causes.is_empty()).then_some(causes)
    }
}
