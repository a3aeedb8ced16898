//! Streams of HTTP/2, of which a connection has several at a time.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use super::{PIECE, Phase};
use crate::respond::Response;
use crate::serve::flow::{self, Given};
use crate::serve::told::Told;
use crate::service::{Exchange, Responding, Seat, Service};

/// A stream of HTTP/2, from its request to the end of its answer. Its handler's time is kept by a timer of its own.
pub(in crate::serve) struct OpenStream(Arc<Phase>);

impl OpenStream {
    pub(in crate::serve) fn begin(phase: &Arc<Phase>) -> Self {
        phase.streams.fetch_add(1, Relaxed);
        phase.next_turn();
        Self(phase.clone())
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.streams.fetch_sub(1, Relaxed);
        self.0.next_turn();
    }
}

impl Exchange for OpenStream {
    const WATCHES_TIME: bool = false;

    type Place = ();

    fn is_late(&self) -> bool {
        false
    }

    fn is_behind(&self) -> bool {
        self.0.backlog.is_behind()
    }

    fn end(&self, response: &mut Response, _: bool) {
        flow::give(Given::Piece);
        if !response.body().is_shorter_than(PIECE) {
            Told::tell(response, Self::begin(&self.0));
        }
    }

    fn seat(&self) -> (Box<Seat>, ()) {
        Default::default()
    }

    fn settle<'s>(&'s self, service: &'s Service, seat: Box<Seat>, (): ()) -> Responding<'s, Self> {
        Responding::Boxed(service.wait(seat, self))
    }
}
