//! `files`: the folder of the app, as a table to nest.

use super::{Dir, NamedFile};
use crate::extract::FileRequest;
use crate::{Problem, get, routes};

/// A file of the app's folder.
#[get("/{*path?}", hidden)]
async fn file(path: &str, dir: &Dir, request: FileRequest) -> Result<NamedFile, Problem> {
    dir.open(path, request).await
}

routes! {
    /// The files of the app's [`Dir`](crate::Dir), to be nested under a prefix.
    ///
    /// ```
    /// use fingerpost::{App, Dir, files, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::Error> {
    /// let app = App::new(routes![home, "/static" => files]).state(Dir::new("src")?).test();
    /// assert_eq!(app.get("/static/lib.rs").send().await.header("content-type"), Some("text/x-rust; charset=utf-8"));
    /// # Ok(()) }
    /// ```
    pub files = [file]
}
