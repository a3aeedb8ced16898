//! `Exchange`: what the service is told of the connection that a request came by, and tells it.

use super::Room;
use crate::respond::Response;

/// A request and its answer, as the connection sees them.
pub(crate) trait Exchange: Sync + Sized {
    /// Whether it looks after the time of handlers.
    const WATCHES_TIME: bool;

    /// Whether the connection has waited for the handler for longer than the app allows.
    fn is_late(&self) -> bool;

    /// Whether what comes now has waited for its turn for longer than the app allows.
    fn is_behind(&self) -> bool;

    /// A request has come, with a body or without.
    fn begin(&self, _has_body: bool) {}

    /// The response is there. Somebody may have taken the request's body, and read it later.
    fn end(&self, response: &mut Response, is_body_taken: bool);

    /// A room for a request that may wait, and itself to be there; none where each has a box of its own.
    #[inline]
    fn lease(&self) -> Option<(Room<Self>, Self)> {
        None
    }

    /// Takes the room back.
    fn give_back(_: Room<Self>) {}
}

/// A request that came by no connection of ours.
impl Exchange for () {
    const WATCHES_TIME: bool = false;

    fn is_late(&self) -> bool {
        false
    }

    fn is_behind(&self) -> bool {
        false
    }

    fn end(&self, _: &mut Response, _: bool) {}
}
