//! `Body`: what a request brings and a response carries.

mod error;

pub use error::BodyError;

use std::any::Any;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as _, Frame, SizeHint};

use crate::echo;
use crate::error::BoxError;
use crate::respond::IntoPiece;

/// The body of a request or a response: nothing, one piece of bytes, or a stream.
///
/// The first two allocate nothing of their own, so a plain answer costs what it costs in hand-written hyper.
/// It is an [`http_body::Body`] of [`Bytes`], and any other such body becomes one with [`Body::new`].
///
/// As an argument it is the request's body as it comes:
/// ```
/// use fingerpost::{App, Body, BodyError, post, routes};
///
/// #[post("/lines", body_limit = "1 GiB")]
/// async fn lines(mut body: Body) -> Result<String, BodyError> {
///     let mut lines = 0;
///     while let Some(chunk) = body.chunk().await? {
///         lines += chunk.iter().filter(|byte| **byte == b'\n').count();
///     }
///     Ok(format!("{lines} lines"))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![lines]).test().post("/lines").body("a\nb\n").send().await;
/// assert_eq!(response.text(), "2 lines");
/// # }
/// ```
pub struct Body(Kind);

enum Kind {
    Empty,
    Full(Bytes),
    /// What hyper reads from the connection: kept apart so that it needs no box.
    Incoming(hyper::body::Incoming),
    Stream(Pin<Box<dyn http_body::Body<Data = Bytes, Error = BoxError> + Send>>),
}

impl Body {
    /// A body of no bytes.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Kind::Empty)
    }

    /// Any body of bytes, boxed.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        use http_body_util::BodyExt;
        Self(Kind::Stream(Box::pin(body.map_err(Into::into))))
    }

    /// A body whose bytes come one item after the other, bytes or text or a `Result` of them; sent with chunked coding
    /// (RFC 9112 §7.1).
    ///
    /// An error ends the connection, which is how HTTP/1.1 says that a body is incomplete.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: futures_core::Stream<Item: IntoPiece> + Send + 'static,
    {
        Self(Kind::Stream(Box::pin(StreamBody { stream, failed: None })))
    }

    /// Any body of bytes, boxed only where it is of another kind than these.
    pub(crate) fn of<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let mut body = Some(body);
        let any: &mut dyn Any = &mut body;
        if let Some(body) = any.downcast_mut::<Option<Self>>() {
            return body.take().unwrap_or_default();
        }
        if let Some(body) = any.downcast_mut::<Option<hyper::body::Incoming>>() {
            return body.take().map_or_else(Self::empty, Self::from);
        }
        if let Some(text) = any.downcast_mut::<Option<String>>() {
            return text.take().unwrap_or_default().into();
        }
        body.map_or_else(Self::empty, Self::new)
    }

    /// The next bytes, as they come and never none of them; `None` at the end. Trailers are passed over.
    ///
    /// # Errors
    /// Where it cannot be read further: [`BodyError`] says why, and is 413, 408 or 400 by `?`.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, BodyError> {
        use http_body_util::BodyExt;
        while let Some(frame) = self.frame().await {
            let Ok(bytes) = frame.map_err(BodyError::new)?.into_data() else { continue };
            if !bytes.is_empty() {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    /// Whether it is known to have no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        http_body::Body::is_end_stream(self)
    }

    /// Whether it comes in its own time, and not all of it is here.
    #[inline]
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.0, Kind::Stream(_))
    }

    /// Whether all of it is here, and is less than this.
    #[inline]
    pub(crate) fn is_shorter_than(&self, length: usize) -> bool {
        match &self.0 {
            Kind::Empty => true,
            Kind::Full(bytes) => bytes.len() < length,
            Kind::Incoming(_) | Kind::Stream(_) => false,
        }
    }

    /// The bytes, where they are all here already.
    pub(crate) fn as_full(&self) -> Option<&Bytes> {
        match &self.0 {
            Kind::Full(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Empty => f.write_str("Body(empty)"),
            Kind::Full(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            Kind::Incoming(_) | Kind::Stream(_) => f.write_str("Body(stream)"),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Full(bytes))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<()> for Body {
    fn from((): ()) -> Self {
        Self::empty()
    }
}

impl From<hyper::body::Incoming> for Body {
    fn from(body: hyper::body::Incoming) -> Self {
        Self(Kind::Incoming(body))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        // Taken whole, so that nothing is left to be dropped.
        if matches!(self.0, Kind::Full(_))
            && let Kind::Full(bytes) = std::mem::replace(&mut self.0, Kind::Empty)
        {
            return Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))));
        }
        match &mut self.0 {
            Kind::Empty | Kind::Full(_) => Poll::Ready(None),
            Kind::Incoming(body) => {
                Poll::Ready(ready!(poll_incoming(body, context)).map(|frame| frame.map_err(Into::into)))
            }
            Kind::Stream(body) => body.as_mut().poll_frame(context),
        }
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Empty => true,
            Kind::Full(bytes) => bytes.is_empty(),
            Kind::Incoming(body) => body.is_end_stream(),
            Kind::Stream(body) => body.is_end_stream(),
        }
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Empty => SizeHint::with_exact(0),
            Kind::Full(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Kind::Incoming(body) => body.size_hint(),
            Kind::Stream(body) => body.size_hint(),
        }
    }
}

/// Asks what hyper reads, and lets its connection go on, unless that was the last.
// Not inlined, so that answers have none of it.
#[inline(never)]
fn poll_incoming(
    body: &mut hyper::body::Incoming,
    context: &mut Context<'_>,
) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
    let (frame, waker) = echo::hold(|| Pin::new(&mut *body).poll_frame(context));
    // Only of a body whose length was said is it known which piece is the last: hyper had nothing more to read when it sent it.
    let is_last = matches!(frame, Poll::Ready(Some(Ok(_)))) && body.is_end_stream();
    if let Some(waker) = waker.filter(|_| !is_last) {
        waker.wake();
    }
    frame
}

pin_project_lite::pin_project! {
    struct StreamBody<S> {
        #[pin]
        stream: S,
        failed: Option<BoxError>,
    }
}

impl<S> http_body::Body for StreamBody<S>
where
    S: futures_core::Stream<Item: IntoPiece>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.project();
        if let Some(error) = this.failed.take() {
            return Poll::Ready(Some(Err(error)));
        }
        match ready!(this.stream.poll_next(context)).map(IntoPiece::into_piece) {
            None => Poll::Ready(None),
            Some(Ok(piece)) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            // An error ends the connection at once: what came before it is sent first, while this waits a turn.
            Some(Err(error)) => {
                *this.failed = Some(error);
                context.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }
}
