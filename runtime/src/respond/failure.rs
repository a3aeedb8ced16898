//! A response that cannot be written as it should: 500, whatever else was to be added to it.

use super::Response;
use super::output::fail;
use crate::{BoxError, Problem};

/// Marks a response that is no longer what the handler returned.
#[derive(Clone, Copy)]
struct Broken;

/// Makes the response a 500; `what` and the error are for the log. Nothing is to be added to it any more.
#[cold]
pub(crate) fn break_off(response: &mut Response, what: &'static str, error: impl Into<BoxError>) {
    fail(Problem::new(500).detail(what).because(error), response);
    response.extensions_mut().insert(Broken);
}

/// Whether the response has become a 500 while it was written.
pub(super) fn is_broken(response: &Response) -> bool {
    response.extensions().get::<Broken>().is_some()
}
