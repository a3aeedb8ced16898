//! `Told`: a response's body that takes its time: in pieces, its panic caught, its end told.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

#[cfg(feature = "http2")]
use super::flow::{self, Given};
use super::phase::PIECE;
use crate::respond::Response;
use crate::route::RouteInfo;
use crate::service::AnsweredBy;
use crate::{Body, BoxError, log};

/// A body that takes its time, in pieces: hyper copies them behind the head and keeps the room for the next answers.
pub(super) struct Told<E> {
    body: Body,
    rest: Bytes,
    route: Option<&'static RouteInfo>,
    /// Dropped with the body.
    _end: E,
}

type Piece = Option<Result<Frame<Bytes>, BoxError>>;

impl<E> Told<E> {
    /// Takes the place of a response's body.
    pub(super) fn tell(response: &mut Response, end: E)
    where
        E: Unpin + Send + 'static,
    {
        let route = response.extensions().get::<AnsweredBy>().map(|by| by.0);
        let body = std::mem::take(response.body_mut());
        *response.body_mut() = Body::new(Self { body, rest: Bytes::new(), route, _end: end });
    }

    /// A body that panics is at its end: its client sees that it is incomplete, and no other connection is touched.
    fn poll_body(&mut self, context: &mut Context<'_>) -> Poll<Piece> {
        let poll = AssertUnwindSafe(|| http_body::Body::poll_frame(Pin::new(&mut self.body), context));
        std::panic::catch_unwind(poll).unwrap_or_else(|panic| {
            let text = log::panic_text(&*panic);
            log::body_panicked(self.route, text);
            Poll::Ready(Some(Err(format!("the body panicked: {text}").into())))
        })
    }
}

impl<E: Unpin> http_body::Body for Told<E> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Piece> {
        #[cfg(feature = "http2")]
        flow::give(Given::Piece);
        if self.rest.is_empty() {
            let polled = self.poll_body(context);
            #[cfg(feature = "http2")]
            if polled.is_pending() {
                flow::give(Given::Nothing);
            }
            match ready!(polled) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => self.rest = data,
                    Err(frame) => return Poll::Ready(Some(Ok(frame))),
                },
                end => return Poll::Ready(end),
            }
        }
        let length = self.rest.len().min(PIECE);
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(length)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (of_body, rest) = (self.body.size_hint(), self.rest.len() as u64);
        let mut hint = SizeHint::new();
        hint.set_lower(of_body.lower() + rest);
        if let Some(upper) = of_body.upper() {
            hint.set_upper(upper + rest);
        }
        hint
    }
}
