//! `Streamed`: a body that is made while it is sent.

use bytes::Bytes;

use super::{Facts, Responder, Response};
use crate::{Body, BoxError};

/// A stream of bytes or text, or of a `Result` of them, sent as it comes: `application/octet-stream` unless the route
/// declares a media type.
///
/// An item that is an error ends the connection, so that the client sees that the body is incomplete. A client that goes
/// ends the stream: it is dropped. Any [`Stream`](crate::Stream) will do, such as those of the crates `futures-util`,
/// `tokio-stream` and `async-stream`.
///
/// ```
/// use fingerpost::{App, Stream, Streamed, get, routes};
/// use futures_util::stream;
///
/// #[get("/countdown", content_type = "text/plain")]
/// fn countdown() -> Streamed<impl Stream<Item = String>> {
///     Streamed(stream::iter([3, 2, 1]).map(|left| format!("{left} ")))
/// }
/// # use futures_util::StreamExt;
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![countdown]).test().get("/countdown").send().await;
/// assert_eq!(response.text(), "3 2 1 ");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streamed<S>(pub S);

impl<S> Responder for Streamed<S>
where
    S: IsStream<Of: IntoPiece> + Send + 'static,
{
    const FACTS: Facts = Facts::new().stream();

    fn respond(self, response: &mut Response) {
        Body::from_stream(self.0).respond(response);
    }
}

/// A stream, so that of what is none the compiler does not list the streams of all crates.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stream\nhelp: a `Stream`, such as those of the crates `futures-util`, `tokio-stream` and `async-stream`; one of values that are there already is `stream::iter(values)`",
    label = "no stream"
)]
pub trait IsStream: futures_core::Stream<Item = Self::Of> {
    /// Its items.
    type Of;
}

#[diagnostic::do_not_recommend]
impl<S: futures_core::Stream> IsStream for S {
    type Of = S::Item;
}

/// What a stream that becomes a body is made of: bytes or text, or a `Result` of them.
///
/// ```
/// use fingerpost::IntoPiece;
///
/// let text = "a piece".to_owned();
/// assert_eq!(text.into_piece().unwrap(), "a piece");
/// let failed: Result<String, std::io::Error> = Err(std::io::ErrorKind::TimedOut.into());
/// assert!(failed.into_piece().is_err());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a piece of a body\nhelp: a stream of `String`, `Bytes`, `Vec<u8>` or `&'static str`, or of a `Result` of those",
    label = "neither bytes nor text"
)]
pub trait IntoPiece {
    /// The bytes.
    ///
    /// # Errors
    /// Where there are none: the body ends there, unfinished.
    fn into_piece(self) -> Result<Bytes, BoxError>;
}

macro_rules! piece {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoPiece for $type {
                fn into_piece(self) -> Result<Bytes, BoxError> {
                    Ok(self.into())
                }
            }
        )+
    };
}

piece!(Bytes, String, Vec<u8>, &'static str, &'static [u8]);

#[diagnostic::do_not_recommend]
impl<D: Into<Bytes>, E: Into<BoxError>> IntoPiece for Result<D, E> {
    fn into_piece(self) -> Result<Bytes, BoxError> {
        self.map(Into::into).map_err(Into::into)
    }
}
