//! `Redirect`: the answer is elsewhere.

use std::fmt::Display;

use http::StatusCode;

use super::{Facts, Responder, Response, location};
use crate::link::LinkTarget;

/// A response that sends the client elsewhere, with an empty body.
///
/// What may be given as target is anything that prints as a URI reference: text, or the path of another route
/// (`get_post::path(7)`). Characters outside ASCII and spaces are percent-encoded; a control character makes the response
/// a 500. A target that comes from the client should be checked: it may lead anywhere.
///
/// ```
/// use fingerpost::{App, Redirect, get, post, routes};
///
/// #[get("/posts/{id}")]
/// fn get_post(id: u64) -> String {
///     format!("post {id}")
/// }
///
/// #[post("/posts")]
/// fn new_post() -> Redirect {
///     Redirect::to(get_post::path(7))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![get_post, new_post]).test().post("/posts").send().await;
/// assert_eq!(response.status(), 303);
/// assert_eq!(response.header("location"), Some("/posts/7"));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Redirect {
    status: StatusCode,
    location: String,
}

impl Redirect {
    /// 303 See Other: the client shall GET the target (RFC 9110 §15.4.4). What to answer to a form.
    #[must_use]
    pub fn to(location: impl LinkTarget) -> Self {
        Self::with(StatusCode::SEE_OTHER, &location)
    }

    /// 307 Temporary Redirect: the same request to the target, this time (RFC 9110 §15.4.8).
    #[must_use]
    pub fn temporary(location: impl LinkTarget) -> Self {
        Self::with(StatusCode::TEMPORARY_REDIRECT, &location)
    }

    /// 308 Permanent Redirect: the same request to the target, from now on (RFC 9110 §15.4.9).
    #[must_use]
    pub fn permanent(location: impl LinkTarget) -> Self {
        Self::with(StatusCode::PERMANENT_REDIRECT, &location)
    }

    /// 302 Found: as 307, but clients may turn a POST into a GET (RFC 9110 §15.4.3).
    #[must_use]
    pub fn found(location: impl LinkTarget) -> Self {
        Self::with(StatusCode::FOUND, &location)
    }

    /// 301 Moved Permanently: as 308, but clients may turn a POST into a GET (RFC 9110 §15.4.2).
    #[must_use]
    pub fn moved(location: impl LinkTarget) -> Self {
        Self::with(StatusCode::MOVED_PERMANENTLY, &location)
    }

    fn with(status: StatusCode, location: &dyn Display) -> Self {
        Self { status, location: location.to_string() }
    }

    /// The status: 301, 302, 303, 307 or 308.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The target as it was given.
    #[must_use]
    pub fn location(&self) -> &str {
        &self.location
    }
}

impl Responder for Redirect {
    const FACTS: Facts = Facts::new().own_status(303).no_body();

    fn respond(self, response: &mut Response) {
        *response.status_mut() = self.status;
        location::set(response, &self.location);
    }
}
