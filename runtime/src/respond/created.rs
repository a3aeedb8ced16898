//! `Created<T>`: something new, and where it is.

use http::StatusCode;

use super::failure::is_broken;
use super::{Facts, Responder, Response, location};
use crate::link::LinkTarget;

/// 201 with a `Location` (RFC 9110 §15.3.2), and a value.
///
/// Where one place is known beforehand, the route can declare both, which is checked while compiling:
/// `#[post("/posts", status = 201, location = |post| get_post(id = post.id))]`.
///
/// ```
/// use fingerpost::{App, Created, get, post, routes};
///
/// #[get("/posts/{id}")]
/// fn get_post(id: u64) -> String {
///     format!("post {id}")
/// }
///
/// #[post("/posts")]
/// fn new_post() -> Created<&'static str> {
///     Created::at(get_post::path(7), "thank you")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![get_post, new_post]).test().post("/posts").send().await;
/// assert_eq!(response.status(), 201);
/// assert_eq!(response.header("location"), Some("/posts/7"));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Created<T> {
    location: String,
    value: T,
}

impl<T> Created<T> {
    /// The value, and where it is from now on: anything that prints as a URI reference.
    #[must_use]
    pub fn at(location: impl LinkTarget, value: T) -> Self {
        Self { location: location.to_string(), value }
    }

    /// Where the value is, as it was given.
    #[must_use]
    pub fn location(&self) -> &str {
        &self.location
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// The value, without its place.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T: Responder> Responder for Created<T> {
    const FACTS: Facts = T::FACTS.own_status(201);

    fn respond(self, response: &mut Response) {
        self.value.respond(response);
        if !is_broken(response) {
            *response.status_mut() = StatusCode::CREATED;
            location::set(response, &self.location);
        }
    }
}
