//! `Shutdown`: the word that the server stops, for handlers and streams that take long.

use std::fmt;
use std::sync::Arc;

use super::{FromRequest, RequestContext};
use crate::Problem;
use crate::app::Shared;

/// Tells what takes long that the server stops: what goes on after that is waited for until
/// [`App::shutdown_timeout`](crate::App::shutdown_timeout), and then cut.
///
/// It may be moved into a stream or a task, and be cloned.
///
/// ```
/// use fingerpost::{App, Shutdown, get, routes};
///
/// /// Waits for news, or for the end.
/// #[get("/news")]
/// async fn news(shutdown: Shutdown) -> &'static str {
///     tokio::select! {
///         () = shutdown.begun() => "ask another server",
///         news = async { "nothing new" } => news,
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(App::new(routes![news]).test().get("/news").send().await.text(), "nothing new");
/// # }
/// ```
#[derive(Clone)]
pub struct Shutdown(Arc<Shared>);

impl Shutdown {
    /// Whether the server was told to stop.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.0.stop.is_told()
    }

    /// Waits until the server is told to stop.
    pub async fn begun(&self) {
        self.0.stop.told().await;
    }
}

impl FromRequest for Shutdown {
    type Rejection = Problem;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self(request.app.clone()))
    }
}

impl fmt::Debug for Shutdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shutdown").field("has_begun", &self.has_begun()).finish()
    }
}
