//! `Option` and `Result` of an extractor: what may be missing, and what the handler itself answers for.

use std::convert::Infallible;

use super::{FromState, RequestContext};
use crate::MediaTypes;
use crate::auth::Security;

/// `None` where the value is absent; a value that is there and wrong is still rejected.
///
/// ```
/// use fingerpost::{App, Json, post, routes};
///
/// #[post("/greet")]
/// fn greet(name: Option<Json<String>>) -> String {
///     format!("hello, {}", name.map_or("you".to_owned(), |Json(name)| name))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![greet]).test();
/// assert_eq!(app.post("/greet").send().await.text(), "hello, you");
/// assert_eq!(app.post("/greet").json(&7).send().await.status(), 422);
/// # }
/// ```
impl<T: FromState> FromState for Option<T> {
    type State = T::State;
    type Rejection = T::Rejection;
    const READS_BODY: bool = T::READS_BODY;
    const SECURITY: Security = T::SECURITY.optional();
    const MEDIA_TYPES: MediaTypes = T::MEDIA_TYPES;

    async fn from_state(request: &mut RequestContext<'_>, state: &T::State) -> Result<Self, T::Rejection> {
        match T::from_state(request, state).await {
            Ok(value) => Ok(Some(value)),
            Err(rejection) if T::is_absence(&rejection) => Ok(None),
            Err(rejection) => Err(rejection),
        }
    }

    fn is_absence(rejection: &T::Rejection) -> bool {
        T::is_absence(rejection)
    }
}

/// The rejection, for the handler to look at.
impl<T: FromState> FromState for Result<T, T::Rejection> {
    type State = T::State;
    type Rejection = Infallible;
    const READS_BODY: bool = T::READS_BODY;
    const SECURITY: Security = T::SECURITY.optional();
    const MEDIA_TYPES: MediaTypes = T::MEDIA_TYPES;

    async fn from_state(request: &mut RequestContext<'_>, state: &T::State) -> Result<Self, Infallible> {
        Ok(T::from_state(request, state).await)
    }
}
