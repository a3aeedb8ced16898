//! `Box<T>`: a responder that is kept on the heap.

use super::{Facts, Responder, Response};

/// As the responder within.
impl<T: Responder> Responder for Box<T> {
    const FACTS: Facts = T::FACTS;

    fn respond(self, response: &mut Response) {
        (*self).respond(response);
    }
}
