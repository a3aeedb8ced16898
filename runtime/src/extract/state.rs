//! `State<T>`: a clone of the app's state, to move into tasks and streams.

use std::convert::Infallible;
use std::ops::Deref;

use super::{FromState, RequestContext};

/// A clone of the app's state of type `T`, for what outlives the handler: a spawned task, a streamed body.
///
/// A handler that only looks at the state takes `&T` and clones nothing.
///
/// ```
/// use std::sync::Arc;
/// use fingerpost::{App, State, get, routes};
///
/// struct Db { name: &'static str }
///
/// #[get("/name")]
/// async fn name(State(db): State<Arc<Db>>) -> String {
///     tokio::spawn(async move { db.name.to_owned() }).await.unwrap_or_default()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![name]).state(Arc::new(Db { name: "notes" })).test();
/// assert_eq!(app.get("/name").send().await.text(), "notes");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct State<T>(pub T);

impl<T: Clone + Send + Sync + 'static> FromState for State<T> {
    type State = T;
    type Rejection = Infallible;

    async fn from_state(_: &mut RequestContext<'_>, state: &T) -> Result<Self, Infallible> {
        Ok(Self(state.clone()))
    }
}

impl<T> Deref for State<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
