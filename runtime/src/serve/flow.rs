//! Streams of HTTP/2 whose client takes nothing of the answer: each has a time, and then it is reset.

use std::cell::Cell;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::rt::Executor;
use tokio::time::{Instant, Sleep, sleep};

use crate::log;

/// What hyper was given to send when it polled a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// It did not ask.
    Unasked,
    /// A piece: where it waits now, it waits for the client's window (RFC 9113 §5.2).
    Piece,
    /// Nothing, yet or any more: it waits for the app.
    Nothing,
}

thread_local! {
    static GIVEN: Cell<Given> = const { Cell::new(Given::Unasked) };
}

/// To be said while a stream is polled, which is on this thread.
pub(super) fn give(given: Given) {
    GIVEN.set(given);
}

/// Spawns the streams of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Streams {
    /// The time in which a client must take a piece.
    pub(super) limit: Duration,
    pub(super) peer: Option<SocketAddr>,
}

impl<F> Executor<F> for Streams
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, stream: F) {
        tokio::spawn(Timed { stream, by: *self, held_up: None });
    }
}

pin_project_lite::pin_project! {
    /// A stream: dropped before its end, it is reset.
    struct Timed<F> {
        #[pin]
        stream: F,
        by: Streams,
        // How long it still waits for a window.
        held_up: Option<Pin<Box<Sleep>>>,
    }
}

impl<F: Future<Output = ()>> Future for Timed<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = self.project();
        GIVEN.set(Given::Unasked);
        if this.stream.poll(context).is_ready() {
            return Poll::Ready(());
        }
        let Streams { limit, peer } = *this.by;
        match (GIVEN.get(), this.held_up.as_mut()) {
            (Given::Unasked, _) => {}
            (Given::Nothing, _) => *this.held_up = None,
            (Given::Piece, Some(left)) => left.as_mut().reset(Instant::now() + limit),
            (Given::Piece, None) => *this.held_up = Some(Box::pin(sleep(limit))),
        }
        let Some(left) = this.held_up else { return Poll::Pending };
        let is_over = left.as_mut().poll(context);
        if is_over.is_ready() {
            log::connection_ended("a stream: nothing was read", limit, peer);
        }
        is_over
    }
}
