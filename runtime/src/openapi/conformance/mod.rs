//! `Conformance`: every answer of an app under test held against the document, and which declared ones were never seen.

mod answer;
mod coverage;
mod layer;
mod operations;
mod seen;

use std::fmt;

pub use coverage::Coverage;
pub use layer::Conforming;

use super::document::Document;
use seen::Seen;

/// Holds every answer of an app against its OpenAPI document, and remembers which ones were seen: a layer for tests (feature
/// `conformance`).
///
/// One `static` stands for all tests of a program. As a layer it is around the app, whatever calls it, the
/// [`TestClient`](crate::TestClient) or clients over a socket:
///
/// ```
/// use fingerpost::openapi::{Conformance, Info};
/// use fingerpost::{App, get, routes};
///
/// static CONFORMANCE: Conformance = Conformance::new();
///
/// #[get("/posts/{id}")]
/// fn get_post(id: u64) -> Option<String> {
///     (id == 7).then(|| "seventh".to_owned())
/// }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::Error> {
/// let service = App::new(routes![get_post]).openapi(Info::new("Posts", "1.0.0")).layer(&CONFORMANCE).into_service()?;
/// let app = service.test();
/// assert_eq!(app.get("/posts/7").send().await.status(), 200);
/// assert_eq!(app.get("/posts/8").send().await.status(), 404);
///
/// let coverage = CONFORMANCE.coverage(service.openapi().unwrap());
/// let coverage = coverage.except(500, "no handler panics").except(503, "no request waits for a core");
/// assert_eq!(coverage.unseen(), ["GET /posts/{id} (get_post): 400"]);
/// # Ok(()) }
/// ```
///
/// An answer whose status, media type, required headers or JSON body the document does not declare for its operation fails
/// the test: [`TestRequest::send`](crate::TestRequest::send) panics with what was answered and what is declared. Over a
/// socket the answer is 500 with the same words, and [`Coverage::assert_complete`] fails too. What no operation answers is
/// not looked at: paths and methods that nothing is mounted for, handlers that are `hidden`, requests that are refused before
/// their operation is known (414, 431), and the document's own routes.
///
/// Of several layers it is the first, so that it sees what the app itself answers; bodies with a `Content-Encoding` are not
/// read.
#[derive(Default)]
pub struct Conformance {
    seen: Seen,
}

impl Conformance {
    /// Nothing is seen yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { seen: Seen::new() }
    }

    /// Which answers of a document were seen, of apps that this is a layer of.
    pub fn coverage<'c>(&'c self, document: &'c Document) -> Coverage<'c> {
        Coverage::new(&self.seen, document)
    }
}

impl fmt::Debug for Conformance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conformance").finish_non_exhaustive()
    }
}

/// An answer that is not as the document declares, in words: it stands in the extensions of what is answered instead.
#[derive(Clone, Debug)]
pub(crate) struct Breach(String);

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
