//! Nothing: `()`, `NoContent`, and what never happens.

use std::convert::Infallible;

use http::StatusCode;

use super::{Facts, Responder, Response};

/// An empty response: 204 (RFC 9110 §15.3.5) unless the route declares another status.
impl Responder for () {
    const FACTS: Facts = Facts::new().default_status(204).no_body();

    #[inline]
    fn respond(self, _: &mut Response) {}
}

/// 204 (RFC 9110 §15.3.5), for where the type should say so; `()` is the same wherever the route declares no status.
///
/// ```
/// use fingerpost::{App, NoContent, delete, routes};
///
/// #[delete("/posts/{id}")]
/// fn delete_post(id: u64) -> Option<NoContent> {
///     (id == 7).then_some(NoContent)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![delete_post]).test();
/// assert_eq!(app.delete("/posts/7").send().await.status(), 204);
/// assert_eq!(app.delete("/posts/8").send().await.status(), 404);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoContent;

impl Responder for NoContent {
    const FACTS: Facts = Facts::new().own_status(204).no_body();

    fn respond(self, response: &mut Response) {
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
}

/// The rejection of an extractor that cannot fail.
impl Responder for Infallible {
    // It is never answered, not with a success either.
    const FACTS: Facts = Facts::new().own_status(500);

    fn respond(self, _: &mut Response) {
        match self {}
    }
}
