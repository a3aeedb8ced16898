//! `Streamed`: a body that is made while it is sent.

use bytes::Bytes;

use super::{Responder, Response};
use crate::{Body, BoxError};

/// A stream of bytes or text, sent as it comes: `application/octet-stream` unless the route declares a media type.
///
/// An item that is an error ends the connection, so that the client sees that the body is incomplete.
///
/// ```
/// use std::{convert::Infallible, pin::Pin, task::{Context, Poll}};
/// use fingerpost::{App, Streamed, get, routes};
/// # use futures_core::Stream;
///
/// struct Countdown(u8);
///
/// impl Stream for Countdown {
///     type Item = Result<String, Infallible>;
///
///     fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
///         let left = self.0.checked_sub(1);
///         Poll::Ready(left.map(|left| Ok(format!("{} ", std::mem::replace(&mut self.0, left)))))
///     }
/// }
///
/// #[get("/countdown", content_type = "text/plain")]
/// fn countdown() -> Streamed<Countdown> {
///     Streamed(Countdown(3))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![countdown]).test().get("/countdown").send().await;
/// assert_eq!(response.text(), "3 2 1 ");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streamed<S>(pub S);

impl<S, D, E> Responder for Streamed<S>
where
    S: futures_core::Stream<Item = Result<D, E>> + Send + 'static,
    D: Into<Bytes>,
    E: Into<BoxError>,
{
    fn respond(self, response: &mut Response) {
        Body::from_stream(self.0).respond(response);
    }
}
