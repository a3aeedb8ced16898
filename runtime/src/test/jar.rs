//! `Jar`: the cookies that a test client keeps.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use cookie::{Cookie, Expiration};
use http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};

use super::TestClient;
use crate::head;

/// Names and values as they are sent, encoded.
#[derive(Debug, Default)]
pub(super) struct Jar(Mutex<BTreeMap<String, String>>);

impl Jar {
    /// What a response sets and removes.
    pub(super) fn keep(&self, headers: &HeaderMap) {
        let lines = headers.get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for cookie in lines.filter_map(|line| Cookie::parse(line).ok()) {
            if is_over(&cookie) {
                kept.remove(cookie.name());
            } else {
                kept.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }

    /// Adds them to a request that has none of its own.
    pub(super) fn send(&self, headers: &mut HeaderMap) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<String> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if let Ok(line) = HeaderValue::try_from(pairs.join("; "))
            && !pairs.is_empty()
            && !headers.contains_key(COOKIE)
        {
            head::set(headers, COOKIE, line);
        }
    }
}

/// `Max-Age` wins over `Expires` (RFC 6265 §5.3).
fn is_over(cookie: &Cookie<'_>) -> bool {
    match (cookie.max_age(), cookie.expires()) {
        (Some(age), _) => !age.is_positive(),
        (None, Some(Expiration::DateTime(end))) => SystemTime::from(end) <= SystemTime::now(),
        (None, _) => false,
    }
}

impl TestClient {
    /// A client that keeps the cookies which it is sent, and sends them back, as a browser does: whatever their path, and though
    /// they are `Secure`. A request with a `Cookie` of its own has that alone.
    ///
    /// ```
    /// use fingerpost::{App, Cookies, SetCookies, get, post, routes};
    ///
    /// #[post("/login")]
    /// fn login(name: String) -> (SetCookies, ()) {
    ///     (SetCookies::new().add(("user", name)), ())
    /// }
    ///
    /// #[post("/logout")]
    /// fn logout() -> (SetCookies, ()) {
    ///     (SetCookies::new().remove("user"), ())
    /// }
    ///
    /// #[get("/me")]
    /// fn me(cookies: Cookies) -> String {
    ///     cookies.get("user").unwrap_or("nobody").to_owned()
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let browser = App::new(routes![login, logout, me]).test().keeping_cookies();
    /// browser.post("/login").body("Ada").send().await;
    /// assert_eq!(browser.get("/me").send().await.text(), "Ada");
    /// browser.post("/logout").send().await;
    /// assert_eq!(browser.get("/me").send().await.text(), "nobody");
    /// # }
    /// ```
    #[must_use]
    pub fn keeping_cookies(mut self) -> Self {
        self.jar = Some(Arc::default());
        self
    }
}
