//! What a connection is doing: waiting for a request, answering one, or held up by a client that does not read.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::respond::Response;
use crate::{Body, BoxError};

/// The most bytes of a body that are written at once with others.
const PIECE: usize = 32 * 1024;

/// Told by the service and the socket of a connection, which are one task, and looked at now and then by the server: there
/// is nothing to order.
#[derive(Debug, Default)]
pub(super) struct Phase {
    answering: AtomicBool,
    /// The socket takes no more for now.
    held_up: AtomicBool,
    /// It speaks another protocol by now.
    #[cfg(feature = "ws")]
    switched: AtomicBool,
    /// How often it changed.
    turns: AtomicU32,
    /// How many requests without a body have come since the socket was read last.
    at_once: AtomicU32,
}

impl Phase {
    pub(super) fn is_answering(&self) -> bool {
        self.answering.load(Relaxed)
    }

    /// Whether it is the client's turn to send a request.
    pub(super) fn is_waiting(&self) -> bool {
        !self.is_answering() && !self.held_up.load(Relaxed) && !self.is_switched()
    }

    #[cfg(feature = "ws")]
    fn is_switched(&self) -> bool {
        self.switched.load(Relaxed)
    }

    #[cfg(not(feature = "ws"))]
    fn is_switched(&self) -> bool {
        false
    }

    /// There are no requests any more.
    #[cfg(feature = "ws")]
    pub(super) fn switch(&self) {
        self.switched.store(true, Relaxed);
        self.read_on();
    }

    /// Another number for each time that it has waited, and between.
    pub(super) fn turn(&self) -> u32 {
        self.turns.load(Relaxed)
    }

    /// Whether more than one request came at once, of which hyper has read this one to its end: it will read on, or
    /// close, or go to the next, when it is answered.
    #[inline]
    pub(super) fn is_pipelined(&self) -> bool {
        self.at_once.load(Relaxed) > 1
    }

    /// The head of a request has come.
    #[inline]
    pub(super) fn begin(&self, has_body: bool) {
        self.at_once.store(if has_body { 0 } else { self.at_once.load(Relaxed).saturating_add(1) }, Relaxed);
        self.set_answering(true);
    }

    /// All that the socket gave has been looked at.
    #[inline]
    pub(super) fn read_on(&self) {
        self.at_once.store(0, Relaxed);
    }

    /// The response is there: with its body, or the body is told to say when it is at its end.
    #[inline]
    pub(super) fn end(self: &Arc<Self>, response: &mut Response) {
        if response.body().is_shorter_than(PIECE) {
            self.set_answering(false);
        } else {
            let body = std::mem::take(response.body_mut());
            *response.body_mut() =
                Body::new(Told { body, rest: Bytes::new(), _answering: Answering(self.clone()) });
        }
    }

    #[inline]
    fn set_answering(&self, answering: bool) {
        self.answering.store(answering, Relaxed);
        self.next_turn();
    }

    #[inline]
    pub(super) fn set_held_up(&self, held_up: bool) {
        if self.held_up.load(Relaxed) != held_up {
            self.held_up.store(held_up, Relaxed);
            self.next_turn();
        }
    }

    #[inline]
    fn next_turn(&self) {
        self.turns.store(self.turn().wrapping_add(1), Relaxed);
    }
}

/// Is dropped when the answer is at its end, however it came to it.
struct Answering(Arc<Phase>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.set_answering(false);
    }
}

/// A body that takes its time, in pieces: hyper copies them behind the head and keeps the room for the next answers.
struct Told {
    body: Body,
    rest: Bytes,
    _answering: Answering,
}

impl http_body::Body for Told {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
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
