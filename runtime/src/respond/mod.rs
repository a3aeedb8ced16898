//! Responders: what a handler returns, written onto a response.

mod boxed;
mod bytes;
mod created;
mod empty;
mod failure;
#[cfg(feature = "files")]
mod file;
mod headers;
mod html;
mod json;
mod json_lines;
mod location;
pub(crate) mod negotiated;
mod output;
#[cfg(feature = "minijinja")]
mod page;
mod part;
mod redirect;
mod response;
#[cfg(feature = "cookies")]
mod set_cookies;
mod sse;
mod streamed;
#[cfg(feature = "askama")]
mod template;
mod text;
#[cfg(feature = "headers")]
mod typed_header;

#[cfg(feature = "askama")]
pub use ::askama;
#[cfg(feature = "minijinja")]
pub use ::minijinja;
pub use created::Created;
pub use empty::NoContent;
pub(crate) use failure::break_off;
#[cfg(feature = "files")]
pub use file::{Dir, NamedFile, files};
pub use headers::AppendHeaders;
pub use html::{Html, PageText};
pub use json_lines::{IntoLine, JsonLines};
pub use negotiated::{
    Negotiated, NotAcceptable, OrFirst, OrRefuse, Otherwise, Representation, Representations,
};
pub use output::Output;
pub(crate) use output::fail;
#[cfg(feature = "minijinja")]
pub use page::Page;
pub use part::ResponsePart;
pub use redirect::Redirect;
#[cfg(feature = "cookies")]
pub use set_cookies::SetCookies;
pub use sse::{Event, IntoEvent, Sse};
#[doc(hidden)]
pub use streamed::IsStream;
pub use streamed::{IntoPiece, Streamed};
#[cfg(feature = "askama")]
pub use template::Template;

use http::StatusCode;

use crate::Body;

/// The response of a handler: [`http::Response`] with fingerpost's [`Body`] unless another is named.
pub type Response<B = Body> = http::Response<B>;

/// A value that knows how to be a response.
///
/// A responder *writes itself onto* a response that already has its status (the declared one, or [`Facts::status`])
/// and may already have headers. That makes responders compose: a wrapper lets the inner one write, then adds its own
/// part.
///
/// ```
/// use fingerpost::{Facts, Responder, Response, header};
///
/// /// Comma-separated values (RFC 4180).
/// struct Csv(String);
///
/// impl Responder for Csv {
///     fn respond(self, response: &mut Response) {
///         let media_type = header::HeaderValue::from_static("text/csv; charset=utf-8");
///         response.headers_mut().insert(header::CONTENT_TYPE, media_type);
///         *response.body_mut() = self.0.into();
///     }
/// }
/// # let mut response = Response::default();
/// # Csv("a,b".to_owned()).respond(&mut response);
/// # assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into a response\nhelp: return text, bytes, `Json<T>`, `Html<T>`, `StatusCode`, `()`, a tuple of those with a status or headers, or implement `fingerpost::Responder` for it",
    label = "not a response"
)]
pub trait Responder: Sized {
    /// What is known of the response before it is made; the route attribute is checked against it.
    const FACTS: Facts = Facts::new();

    /// Writes itself onto the response.
    fn respond(self, response: &mut Response);

    /// The response that it is where no handler returns it, such as in the hook of [`App::on_failure`](crate::App::on_failure),
    /// in a layer, or in a test: with the status that its [`FACTS`](Self::FACTS) say, a problem with its document.
    ///
    /// ```
    /// use fingerpost::{Html, Problem, Responder};
    ///
    /// let page = Html("<h1>Open</h1>").into_response();
    /// assert!(page.status() == 200 && page.headers()["content-type"] == "text/html; charset=utf-8");
    /// let problem = Problem::new(410).into_response();
    /// assert!(problem.status() == 410 && problem.headers()["content-type"] == "application/problem+json");
    /// ```
    #[must_use]
    fn into_response(self) -> Response {
        let mut response = made_of(self);
        crate::problem::render(&mut response);
        response
    }
}

/// The response that an output is; a problem's document is not written yet.
pub(crate) fn made_of<O: Output>(output: O) -> Response {
    let mut response = Response::default();
    if let Some(success) = output.success_or_fail(&mut response) {
        *response.status_mut() = StatusCode::from_u16(O::FACTS.status()).unwrap_or_default();
        success.respond(&mut response);
    }
    response
}

/// What a [`Responder`] says of its responses beforehand.
///
/// ```
/// use fingerpost::Facts;
///
/// const CREATED: Facts = Facts::new().own_status(201);
/// assert_eq!(CREATED.status(), 201);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    status: u16,
    own_status: bool,
    body: bool,
    /// Empty where there is but one representation.
    offers: &'static [&'static str],
    takes_any: bool,
    stream: bool,
}

impl Facts {
    /// Status 200 unless the route declares another, and a body.
    #[must_use]
    pub const fn new() -> Self {
        Self { status: 200, own_status: false, body: true, offers: &[], takes_any: false, stream: false }
    }

    /// The status where the route declares none.
    #[must_use]
    pub const fn default_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The value carries its own status, so the route must not declare one; `status` is what it usually is.
    #[must_use]
    pub const fn own_status(self, status: u16) -> Self {
        Self { status, own_status: true, ..self }
    }

    /// The response never has a body.
    #[must_use]
    pub const fn no_body(self) -> Self {
        Self { body: false, ..self }
    }

    /// Which of several representations is sent, of these media types, is for the request to say; where it wants none of
    /// them, the first or none.
    pub(crate) const fn negotiated(self, offers: &'static [&'static str], takes_any: bool) -> Self {
        Self { offers, takes_any, ..self }
    }

    /// Whether there are several representations, of which the request says which is sent.
    #[must_use]
    pub const fn is_negotiated(self) -> bool {
        !self.offers.is_empty()
    }

    /// What is sent is known when it has ended.
    pub(crate) const fn stream(self) -> Self {
        Self { stream: true, ..self }
    }

    /// With something before it, which may be the tag that a stream has none of.
    pub(crate) const fn with_parts(self) -> Self {
        Self { stream: false, ..self }
    }

    /// Whether what is sent is known when it has ended.
    pub(crate) const fn is_stream(self) -> bool {
        self.stream
    }

    /// Their media types.
    pub(crate) const fn offers(self) -> &'static [&'static str] {
        self.offers
    }

    /// Whether the first is sent where the request wants none of them.
    pub(crate) const fn takes_any(self) -> bool {
        self.takes_any
    }

    /// The status of the response where the route declares none.
    #[must_use]
    pub const fn status(self) -> u16 {
        self.status
    }

    /// Whether the value carries its own status.
    #[must_use]
    pub const fn has_own_status(self) -> bool {
        self.own_status
    }

    /// Whether the response may have a body.
    #[must_use]
    pub const fn has_body(self) -> bool {
        self.body
    }
}

impl Default for Facts {
    fn default() -> Self {
        Self::new()
    }
}
