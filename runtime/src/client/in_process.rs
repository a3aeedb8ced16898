//! Calls of an app in this process, by its test client.

use super::call::Begun;
use super::{Answer, Call, CallError};
use crate::TestClient;

impl TestClient {
    /// Calls a handler of the app by its name, below whatever prefix the app mounts it: no URL is written.
    ///
    /// ```
    /// use fingerpost::{App, Json, get, routes};
    ///
    /// #[get("/sum?{term}")]
    /// fn sum(term: Vec<u32>) -> Json<u32> {
    ///     Json(term.iter().sum())
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
    /// let client = App::new(routes!["/math" => sum]).test();
    /// assert_eq!(*client.call(sum::request(&[1, 2, 3])).await?.success()?, 6);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Where an argument cannot be sent, or the answer is not read.
    pub async fn call<T, P>(&self, call: Call<T, P>) -> Result<Answer<T, P>, CallError> {
        let prefix = self.prefix_of(call.path());
        let Begun { target, mut request, answering } = call.begin(&prefix)?;
        *request.uri_mut() =
            target.parse().map_err(|error: http::uri::InvalidUri| CallError::Argument(error.into()))?;
        answering.read(self.answer(request, None).await, usize::MAX).await
    }
}
