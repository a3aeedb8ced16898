//! `Lifecycle`: what every answer of an operation says of its end, and of what comes after it.

use http::{HeaderName, HeaderValue, header};

use crate::extract::RequestContext;
use crate::head;
use crate::link::RoutePath;
use crate::respond::Response;

/// The end of an operation, as its attribute declares it: `deprecated`, `sunset`, `successor`.
///
/// ```
/// use fingerpost::{App, Endpoint as _, get, routes};
///
/// #[get("/v2/posts/{id}")]
/// fn get_post(id: u64) -> String { format!("post {id}") }
///
/// #[get("/v1/posts/{id}", deprecated = "2026-01-31", sunset = "2027-01-31", successor = get_post(id = id))]
/// fn get_post_v1(id: u64) -> Option<String> { (id == 7).then(|| "the seventh".to_owned()) }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(get_post_v1::ROUTE.lifecycle.map(|lifecycle| lifecycle.sunset), Some("2027-01-31"));
/// let app = App::new(routes!["/api" => get_post, "/api" => get_post_v1]).test();
/// let answer = app.get("/api/v1/posts/8").send().await;
/// assert_eq!(answer.status(), 404);
/// assert_eq!(answer.header("deprecation"), Some("@1769817600"));
/// assert_eq!(answer.header("sunset"), Some("Sun, 31 Jan 2027 00:00:00 GMT"));
/// assert_eq!(answer.header("link"), Some(r#"</api/v2/posts/8>; rel="successor-version""#));
/// # }
/// ```
#[derive(Debug)]
pub struct Lifecycle {
    /// Since when it is deprecated (RFC 9745), as written; empty where that is not declared.
    pub deprecated: &'static str,
    /// When it may end (RFC 8594), as written; empty where that is not declared.
    pub sunset: &'static str,
    /// What each answer says of it, made while compiling.
    #[doc(hidden)]
    pub headers: &'static [(HeaderName, HeaderValue)],
    /// Makes the path of the successor, where one is declared; gives `None` where the request's captures are not of its types.
    #[doc(hidden)]
    pub successor: Option<fn(&RequestContext<'_>) -> Option<RoutePath>>,
}

impl Lifecycle {
    /// That of an operation that declares nothing.
    #[doc(hidden)]
    pub const EMPTY: Self = Self { deprecated: "", sunset: "", headers: &[], successor: None };

    /// The link to the successor (RFC 5829 §3.4): where it is mounted nearest to this route.
    #[cfg(feature = "server")]
    pub(crate) fn successor_of(&self, request: &RequestContext<'_>) -> Option<HeaderValue> {
        let path = (self.successor?)(request)?;
        let path = path.location(request.app, request.app.prefix_at(request.matched.index));
        HeaderValue::try_from(format!("<{path}>; rel=\"successor-version\"")).ok()
    }

    /// Adds what is declared to an answer, whatever it is.
    pub(crate) fn add_to(&self, response: &mut Response, successor: Option<HeaderValue>) {
        let headers = response.headers_mut();
        for (name, value) in self.headers {
            if *name == header::LINK {
                head::add(headers, name.clone(), value.clone());
            } else {
                head::set(headers, name.clone(), value.clone());
            }
        }
        if let Some(successor) = successor {
            head::add(headers, header::LINK, successor);
        }
    }
}
