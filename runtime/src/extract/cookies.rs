//! `Cookies`: what the request's `Cookie` header carries.

use std::convert::Infallible;

use cookie::Cookie;
use http::header::COOKIE;

use super::{FromRequest, RequestContext};

/// The cookies of the request (RFC 6265 §5.4), percent-decoded; empty where it has none.
///
/// A pair that cannot be read is left out. Cookies come from the client: what must not be forged is to be signed, or
/// to be the key of something kept on the server. [`SetCookies`](crate::SetCookies) sends cookies back.
///
/// ```
/// use fingerpost::{App, Cookies, get, routes};
///
/// #[get("/theme")]
/// fn theme(cookies: Cookies) -> String {
///     cookies.get("theme").unwrap_or("light").to_owned()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![theme]).test();
/// let response = app.get("/theme").header("cookie", "id=7; theme=dark").send().await;
/// assert_eq!(response.text(), "dark");
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<Cookie<'static>>);

impl Cookies {
    /// The value of the first cookie of this name: a client sends the one with the longest path first.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// All names and values, in the order they were sent.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(Cookie::name_value)
    }
}

/// For a client to send: `Cookies::from_iter([("theme", "dark")])`.
impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Cookies {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| Cookie::new(name.into(), value.into())).collect())
    }
}

impl FromRequest for Cookies {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        // HTTP/2 allows the header to be split (RFC 9113 §8.2.3).
        let lines = request.headers().get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let cookies = lines.flat_map(Cookie::split_parse_encoded).filter_map(Result::ok);
        Ok(Self(cookies.map(Cookie::into_owned).collect()))
    }
}
