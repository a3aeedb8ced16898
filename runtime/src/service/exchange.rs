//! `Exchange`: what the service is told of the connection that a request came by, and tells it.

use super::room::Seat;
use super::{Responding, Room, Service};
use crate::respond::Response;

/// A request and its answer, as the connection sees them.
pub(crate) trait Exchange: Sync + Sized {
    /// Whether the connection itself looks after the time of handlers.
    const WATCHES_TIME: bool;

    /// Whether the connection has waited for the handler for longer than the app allows.
    fn is_late(&self) -> bool;

    /// Whether what comes now has waited for its turn for longer than the app allows.
    fn is_behind(&self) -> bool;

    /// A request has come, with a body or without.
    fn begin(&self, _has_body: bool) {}

    /// The response is there. Somebody may have taken the request's body, and read it later.
    fn end(&self, response: &mut Response, is_body_taken: bool);

    /// What a request that may wait has beside its seat.
    type Place;

    /// Where a request that may wait stays: in one of the connection's rooms, or else in a box of its own.
    fn seat(&self) -> (Box<Seat>, Self::Place);

    /// The response to a request in its seat. (A connection with rooms has none of the code for boxes.)
    fn settle<'s>(
        &'s self,
        service: &'s Service,
        seat: Box<Seat>,
        place: Self::Place,
    ) -> Responding<'s, Self>;

    /// Takes the room back.
    fn give_back(_: Room<Self>) {}
}

/// A request that came by no connection of ours.
impl Exchange for () {
    const WATCHES_TIME: bool = false;

    type Place = ();

    fn is_late(&self) -> bool {
        false
    }

    fn is_behind(&self) -> bool {
        false
    }

    fn end(&self, _: &mut Response, _: bool) {}

    fn seat(&self) -> (Box<Seat>, ()) {
        Default::default()
    }

    fn settle<'s>(&'s self, service: &'s Service, seat: Box<Seat>, (): ()) -> Responding<'s, Self> {
        Responding::Boxed(service.wait(seat, self))
    }
}
