//! `JsonLines`: a stream of values, each a line of JSON.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{HeaderValue, header::CONTENT_TYPE};
use serde::Serialize;

use super::streamed::IsStream;
use super::{Facts, Responder, Response};
use crate::{Body, BoxError, head};

const NDJSON: HeaderValue = HeaderValue::from_static("application/x-ndjson");

/// A stream of values, each sent as a line of JSON as it comes: `application/x-ndjson`. For what is too long for one
/// document, or is not known at once.
///
/// The items are a `Result` of the value. One that is an error, or cannot be written as JSON, ends the connection, so that
/// the client sees that there should be more.
///
/// ```
/// use std::convert::Infallible;
/// use fingerpost::{App, JsonLines, Stream, get, routes};
/// use futures_util::stream;
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Post { id: u64 }
///
/// #[get("/posts")]
/// fn posts() -> JsonLines<impl Stream<Item = Result<Post, Infallible>>> {
///     JsonLines(stream::iter([1, 2]).map(|id| Ok(Post { id })))
/// }
/// # use futures_util::StreamExt;
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![posts]).test().get("/posts").send().await;
/// assert_eq!(response.text(), "{\"id\":1}\n{\"id\":2}\n");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JsonLines<S>(pub S);

impl<S> Responder for JsonLines<S>
where
    S: IsStream<Of: IntoLine> + Send + 'static,
{
    const FACTS: Facts = Facts::new().stream();

    fn respond(self, response: &mut Response) {
        head::set(response.headers_mut(), CONTENT_TYPE, NDJSON);
        *response.body_mut() = Body::from_stream(Lines { values: self.0 });
    }
}

pin_project_lite::pin_project! {
    struct Lines<S> {
        #[pin]
        values: S,
    }
}

impl<S: futures_core::Stream<Item: IntoLine>> futures_core::Stream for Lines<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let value = ready!(self.project().values.poll_next(context));
        Poll::Ready(value.map(IntoLine::into_line))
    }
}

/// What [`JsonLines`] is made of: a `Result` of what serde can write.
///
/// ```
/// use fingerpost::IntoLine;
///
/// let value: Result<[u8; 2], std::io::Error> = Ok([1, 2]);
/// assert_eq!(value.into_line().unwrap(), "[1,2]\n");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a line of JSON\nhelp: a stream of `Result<T, E>`: where nothing fails, `stream.map(Ok::<_, Infallible>)`",
    label = "not a `Result`"
)]
pub trait IntoLine {
    /// The line.
    ///
    /// # Errors
    /// Where there is none: the body ends there, unfinished.
    fn into_line(self) -> Result<Bytes, BoxError>;
}

impl<T: Serialize, E: Into<BoxError>> IntoLine for Result<T, E> {
    fn into_line(self) -> Result<Bytes, BoxError> {
        line(&self.map_err(Into::into)?)
    }
}

/// Written without spaces, JSON has no line break in it (RFC 8259 §7).
fn line(value: &impl Serialize) -> Result<Bytes, BoxError> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line.into())
}
