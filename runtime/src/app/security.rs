//! `SecurityHeaders`: what every response tells browsers to be careful about.

use http::header::{self, Entry, HeaderMap, HeaderName, HeaderValue};

use crate::head;
use crate::respond::Response;

/// Headers that tell browsers to be careful; see [`App::security_headers`](crate::App::security_headers).
///
/// A header that a response has already is left as it is, so that a page can say less or more of itself. HTTP clients that
/// are no browsers do not read them.
///
/// | | sent |
/// | --- | --- |
/// | [`new`](Self::new), the default | `X-Content-Type-Options: nosniff` where there is a body |
/// | [`api`](Self::api) | that, and what fits answers that are no pages |
/// | [`none`](Self::none) | nothing |
///
/// `nosniff` keeps a browser from taking an upload or a text for a script because of how it begins
/// ([Fetch, "should response be blocked due to nosniff"](https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-nosniff)).
/// No response ever has a `Server` header, unless a handler sets it.
///
/// ```
/// use fingerpost::{App, SecurityHeaders, get, routes};
///
/// #[get("/")]
/// fn home() -> &'static str { "home" }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let headers = SecurityHeaders::api().with("Strict-Transport-Security", "max-age=63072000");
/// let response = App::new(routes![home]).security_headers(headers).test().get("/").send().await;
/// assert_eq!(response.header("x-content-type-options"), Some("nosniff"));
/// assert_eq!(response.header("x-frame-options"), Some("DENY"));
/// assert_eq!(response.header("strict-transport-security"), Some("max-age=63072000"));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityHeaders {
    nosniff: bool,
    more: Vec<(HeaderName, HeaderValue)>,
}

impl SecurityHeaders {
    /// `X-Content-Type-Options: nosniff` alone.
    #[must_use]
    pub const fn new() -> Self {
        Self { nosniff: true, more: Vec::new() }
    }

    /// None at all.
    #[must_use]
    pub const fn none() -> Self {
        Self { nosniff: false, more: Vec::new() }
    }

    /// For answers that are data and not pages: they load nothing (`Content-Security-Policy: default-src 'none';
    /// frame-ancestors 'none'`), stand in no frame (`X-Frame-Options: DENY`), send no `Referer` (`Referrer-Policy:
    /// no-referrer`) and are read by no other site (`Cross-Origin-Resource-Policy: same-origin`).
    #[must_use]
    pub fn api() -> Self {
        let sent = |name, value| (name, HeaderValue::from_static(value));
        let more = vec![
            sent(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
            sent(header::X_FRAME_OPTIONS, "DENY"),
            sent(header::REFERRER_POLICY, "no-referrer"),
            sent(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ];
        Self { nosniff: true, more }
    }

    /// One more, or another value for one that is here.
    ///
    /// # Panics
    /// Where the name or the value cannot be a header: this is called once, when the app is made.
    #[must_use]
    #[track_caller]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) else {
            panic!("`{name}: {value}` cannot be a header");
        };
        self.more.retain(|(own, _)| *own != name);
        self.more.push((name, value));
        self
    }

    /// Adds `nosniff` to a response that has no such header.
    #[inline]
    pub(crate) fn add_nosniff(&self, response: &mut Response) {
        if self.nosniff && !response.body().is_empty() {
            let nosniff = HeaderValue::from_static("nosniff");
            head::set(response.headers_mut(), header::X_CONTENT_TYPE_OPTIONS, nosniff);
        }
    }

    /// Adds the others.
    #[inline]
    pub(crate) fn add_more(&self, response: &mut Response) {
        if !self.more.is_empty() {
            self.add_each(response.headers_mut());
        }
    }

    // Not inlined, since most apps have none.
    #[inline(never)]
    fn add_each(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.more {
            if let Entry::Vacant(vacant) = headers.entry(name) {
                vacant.insert(value.clone());
            }
        }
    }
}

impl Default for SecurityHeaders {
    fn default() -> Self {
        Self::new()
    }
}
