//! `TestResponse`: a response, read whole, for a test to look at.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt;

use crate::respond::Response;

/// The response to a [`TestRequest`](super::TestRequest), read whole.
///
/// ```
/// use fingerpost::{App, Json, get, routes};
///
/// #[get("/numbers", header("Cache-Control" = "no-store"))]
/// fn numbers() -> Json<[u8; 3]> { Json([1, 2, 3]) }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![numbers]).test().get("/numbers").send().await;
/// assert_eq!((response.status().as_u16(), response.header("cache-control")), (200, Some("no-store")));
/// assert_eq!((response.text(), response.bytes().len()), ("[1,2,3]".to_owned(), 7));
/// assert_eq!(response.json::<Vec<u8>>(), [1, 2, 3]);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TestResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl TestResponse {
    pub(super) async fn read(response: Response) -> Self {
        let (head, body) = response.into_parts();
        match body.collect().await {
            Ok(body) => Self { status: head.status, headers: head.headers, body: body.to_bytes() },
            Err(error) => panic!("the response's body failed: {error}"),
        }
    }

    /// Its status; compares with a number.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Its headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first value of a header, where it is there and text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Its body.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// Its body as text.
    ///
    /// # Panics
    /// Where it is not UTF-8: this is for tests.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        match String::from_utf8(self.body.to_vec()) {
            Ok(text) => text,
            Err(error) => panic!("the response's body is not text: {error}"),
        }
    }

    /// Its body as JSON.
    ///
    /// # Panics
    /// Where it is not JSON, or not a `T`: this is for tests.
    #[must_use]
    #[track_caller]
    // Of `DeserializeOwned` the compiler would not say what to derive.
    pub fn json<T: for<'de> serde::Deserialize<'de>>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => panic!("the response's body is not the JSON asked for: {error}\n{}", self.text()),
        }
    }
}
