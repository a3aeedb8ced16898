//! What a connection is doing: waiting for a request, answering one, or held up by a client that does not read.

mod answering;
#[cfg(feature = "http2")]
mod stream;
mod waking;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::task::Waker;
use std::time::{Duration, Instant};

use super::backlog::Backlog;
use crate::service::Service;
#[cfg(feature = "ws")]
use crate::websocket::Switch;
#[cfg(feature = "http2")]
pub(super) use stream::OpenStream;

/// The most bytes of a body that are written at once with others.
pub(super) const PIECE: usize = 32 * 1024;

/// Whom a connection waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// The client, to send the head of a request.
    Head,
    /// The client, to send more of a body.
    Body,
    /// The client, to read.
    Reader,
    /// The handler.
    Handler,
    /// A body that takes its time.
    Stream,
}

/// The service and the socket of a connection write it, which are one task; the server looks at it now and then. So every access
/// is relaxed: there is nothing to order.
#[derive(Debug)]
pub(super) struct Phase {
    service: Service,
    /// The client's address; nobody has one who comes through a Unix socket.
    peer: Option<SocketAddr>,
    accepted: Instant,
    answering: AtomicBool,
    /// The socket takes no more for now.
    held_up: AtomicBool,
    /// The head of the answer is there.
    answered: AtomicBool,
    /// More of a request's body is wanted, and none is there.
    wants_body: AtomicBool,
    /// How many bytes of bodies have come after they were asked for.
    received: AtomicU64,
    /// The body came too slowly: nothing more is read.
    too_slow: AtomicBool,
    /// The connection closes after this answer.
    last: AtomicBool,
    /// A request has come in part.
    unfinished: AtomicBool,
    /// The request that is answered has a body.
    has_body: AtomicBool,
    /// The handler has had its time.
    late: AtomicBool,
    /// The connection's task, once it has begun.
    task: OnceLock<Waker>,
    /// The streams of HTTP/2 that are open.
    #[cfg(feature = "http2")]
    streams: AtomicU32,
    /// How often it began to wait for somebody else.
    turns: AtomicU32,
    /// How many requests hyper has been given to their ends.
    arrived: AtomicU32,
    /// How many of them the service was asked to answer, the one that may still be coming in too.
    begun: AtomicU32,
    /// The answer may be sent with the next, which hyper will come to without waiting for anything.
    together: AtomicBool,
    /// The service was asked for the answer that is written next, or being written.
    asked: AtomicBool,
    /// What waits for its turn where the connection is served.
    backlog: Arc<Backlog>,
    /// It is another protocol's by now.
    upgraded: AtomicBool,
    /// What goes on with the connection then.
    #[cfg(feature = "ws")]
    switch: OnceLock<Switch>,
}

impl Phase {
    pub(super) fn new(service: Service, peer: Option<SocketAddr>, backlog: Arc<Backlog>) -> Self {
        Self {
            service,
            peer,
            accepted: Instant::now(),
            answering: AtomicBool::default(),
            held_up: AtomicBool::default(),
            answered: AtomicBool::default(),
            wants_body: AtomicBool::default(),
            received: AtomicU64::default(),
            too_slow: AtomicBool::default(),
            last: AtomicBool::default(),
            unfinished: AtomicBool::default(),
            has_body: AtomicBool::default(),
            late: AtomicBool::default(),
            task: OnceLock::default(),
            #[cfg(feature = "http2")]
            streams: AtomicU32::default(),
            turns: AtomicU32::default(),
            arrived: AtomicU32::default(),
            begun: AtomicU32::default(),
            together: AtomicBool::default(),
            asked: AtomicBool::default(),
            backlog,
            upgraded: AtomicBool::default(),
            #[cfg(feature = "ws")]
            switch: OnceLock::default(),
        }
    }

    #[inline]
    pub(super) fn service(&self) -> &Service {
        &self.service
    }

    #[inline]
    pub(super) fn peer(&self) -> Option<SocketAddr> {
        self.peer
    }

    /// How long ago the connection was accepted.
    pub(super) fn age(&self) -> Duration {
        self.accepted.elapsed()
    }

    pub(super) fn is_answering(&self) -> bool {
        self.answering.load(Relaxed)
    }

    /// Whom it waits for now.
    pub(super) fn wait(&self) -> Wait {
        let is = |flag: &AtomicBool| flag.load(Relaxed);
        if is(&self.held_up) {
            Wait::Reader
        } else if self.has_streams() || is(&self.upgraded) {
            Wait::Stream
        } else if !is(&self.answering) {
            Wait::Head
        } else if is(&self.wants_body) {
            Wait::Body
        } else if !is(&self.answered) {
            Wait::Handler
        } else {
            Wait::Stream
        }
    }

    fn has_streams(&self) -> bool {
        #[cfg(feature = "http2")]
        return self.streams.load(Relaxed) > 0;
        #[cfg(not(feature = "http2"))]
        false
    }

    pub(super) fn received(&self) -> u64 {
        self.received.load(Relaxed)
    }

    /// More of a body was asked for: so much came, or nothing yet.
    #[cold]
    pub(super) fn asked_for_body(&self, came: Option<usize>) {
        self.wants_body.store(came.is_none(), Relaxed);
        if let Some(bytes) = came {
            self.received.store(self.received().wrapping_add(bytes as u64), Relaxed);
        }
    }

    /// Lets the reading of the body fail.
    pub(super) fn fail_body(&self) {
        self.too_slow.store(true, Relaxed);
        self.close_after_this();
        self.wake();
    }

    #[inline]
    pub(super) fn set_unfinished(&self, unfinished: bool) {
        self.unfinished.store(unfinished, Relaxed);
    }

    /// Whether a request has come in part.
    pub(super) fn is_unfinished(&self) -> bool {
        self.unfinished.load(Relaxed)
    }

    /// The next answer says that it is the last.
    pub(super) fn close_after_this(&self) {
        self.last.store(true, Relaxed);
    }

    pub(super) fn is_too_slow(&self) -> bool {
        self.too_slow.load(Relaxed)
    }

    /// Lets the handler end.
    pub(super) fn end_handler(&self) {
        self.late.store(true, Relaxed);
        self.wake();
    }

    /// A number that changes whenever it begins to wait for somebody else: two looks that see the same one see the same wait.
    pub(super) fn turn(&self) -> u32 {
        self.turns.load(Relaxed)
    }

    /// Whether the answer may be sent with the next: all of the next request is here, and nobody holds what is left of
    /// this one. hyper will read on, or close, or go to the next, when this is answered.
    #[inline]
    pub(super) fn is_together(&self) -> bool {
        self.together.load(Relaxed)
    }

    /// So many requests have come to their ends.
    #[inline]
    pub(super) fn arrive(&self, requests: u32) {
        self.arrived.store(self.arrived.load(Relaxed).wrapping_add(requests), Relaxed);
    }

    /// How many requests have arrived and are not begun; -1 where the one that was begun is still coming in.
    #[inline]
    fn waiting(&self) -> i32 {
        self.arrived.load(Relaxed).wrapping_sub(self.begun.load(Relaxed)).cast_signed()
    }

    /// The head of a request has come.
    #[inline]
    pub(super) fn begin(&self, has_body: bool) {
        self.begun.store(self.begun.load(Relaxed).wrapping_add(1), Relaxed);
        self.asked.store(true, Relaxed);
        self.has_body.store(has_body, Relaxed);
        self.answered.store(false, Relaxed);
        self.wants_body.store(false, Relaxed);
        self.set_answering(true);
    }

    #[inline]
    pub(super) fn is_asked(&self) -> bool {
        self.asked.load(Relaxed)
    }

    #[inline]
    pub(super) fn is_upgraded(&self) -> bool {
        self.upgraded.load(Relaxed)
    }

    /// What goes on with the connection, now that hyper has let go of it.
    #[cfg(feature = "ws")]
    pub(super) fn switch(&self) -> Option<&Switch> {
        self.switch.get()
    }

    /// All that hyper had to send is sent: an answer, where it is at its end.
    #[inline]
    pub(super) fn sent(&self) {
        if !self.is_answering() && !self.is_upgraded() {
            self.asked.store(false, Relaxed);
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
