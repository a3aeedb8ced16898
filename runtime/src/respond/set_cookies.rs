//! `SetCookies`: cookies for the client to keep.

use cookie::{Cookie, SameSite};
use http::{HeaderValue, header::SET_COOKIE};

use super::failure::break_off;
use super::{Response, ResponsePart};
use crate::head;

/// Cookies to be set (RFC 6265 §4.1): a part of a response, `(cookies, "welcome")`.
///
/// What a cookie does not say of itself is set to the safe side:
///
/// | attribute | unless set | to have it otherwise |
/// | --- | --- | --- |
/// | `Secure` | yes: only over HTTPS, and to `localhost` | `.secure(false)` |
/// | `HttpOnly` | yes: no script reads it | `.http_only(false)` |
/// | `SameSite` | `Lax`: not sent with another site's POST | `.same_site(SameSite::None)` or `Strict` |
/// | `Path` | `/` | `.path("/admin")` |
///
/// Name and value are percent-encoded where need be, and decoded by [`Cookies`](crate::Cookies). An attribute that
/// would end before its time (a `;` in a path, a line break) makes the response a 500.
///
/// ```
/// use fingerpost::{App, Cookie, SetCookies, post, routes};
///
/// #[post("/login")]
/// fn login() -> (SetCookies, &'static str) {
///     let theme = Cookie::build(("theme", "dark")).http_only(false);
///     (SetCookies::new().add(("session", "7f3a")).add(theme).remove("legacy"), "welcome")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![login]).test().post("/login").send().await;
/// let session = response.header("set-cookie");
/// assert_eq!(session, Some("session=7f3a; HttpOnly; SameSite=Lax; Secure; Path=/"));
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "cookies are set by being part of the response"]
pub struct SetCookies(Vec<Cookie<'static>>);

impl SetCookies {
    /// None yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// One more: a [`Cookie`], the builder of one, or a name and a value.
    #[expect(clippy::should_implement_trait, reason = "as in the jar of the `cookie` crate")]
    pub fn add(mut self, cookie: impl Into<Cookie<'static>>) -> Self {
        self.0.push(cookie.into());
        self
    }

    /// Makes the client forget a cookie: a name, or a [`Cookie`] with what it was set with, where that was not the usual: its
    /// path, its domain, and `.secure(false)`, without which browsers take no cookie over plain HTTP, and so forget none.
    pub fn remove(mut self, cookie: impl Into<Cookie<'static>>) -> Self {
        let mut cookie = cookie.into();
        cookie.make_removal();
        self.0.push(cookie);
        self
    }

    /// The cookies, in order, as they were given.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Cookie<'static>> {
        self.0.iter()
    }
}

impl ResponsePart for SetCookies {
    fn add_to(self, response: &mut Response) {
        for cookie in self.0 {
            match header(cookie) {
                Ok(value) => head::add(response.headers_mut(), SET_COOKIE, value),
                Err(error) => return break_off(response, "a cookie cannot be set", error),
            };
        }
    }
}

fn header(mut cookie: Cookie<'static>) -> Result<HeaderValue, String> {
    if cookie.secure().is_none() {
        cookie.set_secure(true);
    }
    if cookie.http_only().is_none() {
        cookie.set_http_only(true);
    }
    if cookie.same_site().is_none() {
        cookie.set_same_site(SameSite::Lax);
    }
    if cookie.path().is_none() {
        cookie.set_path("/");
    }
    let attributes = [cookie.path(), cookie.domain()];
    if attributes.into_iter().flatten().any(|text| text.contains(|c: char| c == ';' || c.is_control())) {
        return Err(format!("the path or domain of `{}` would be more than one attribute", cookie.name()));
    }
    HeaderValue::try_from(cookie.encoded().to_string())
        .map_err(|error| format!("the cookie `{}` cannot be a header: {error}", cookie.name()))
}
