//! The message's own parts: `Method`, `Uri`, `Version`, `HeaderMap`.

use std::convert::Infallible;

use http::{HeaderMap, Method, Uri, Version};

use super::{FromRequest, RequestContext};

/// The request's method, for a handler that answers several.
///
/// ```
/// use fingerpost::{App, http::Method, route, routes};
///
/// #[route(GET | DELETE, "/which")]
/// fn which(method: Method) -> String {
///     method.to_string()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![which]).test();
/// assert_eq!(app.delete("/which").send().await.text(), "DELETE");
/// # }
/// ```
impl FromRequest for Method {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(request.method().clone())
    }
}

/// The request's target as it came: undecoded, and with the prefix under which the handler's table is nested.
impl FromRequest for Uri {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(request.uri().clone())
    }
}

/// The version of HTTP that the request was sent in.
impl FromRequest for Version {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(request.version())
    }
}

/// A copy of all the request's headers. For one or two of them, `Header<H>` or an extractor of one's own is less work.
impl FromRequest for HeaderMap {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(request.headers().clone())
    }
}
