//! Glue: the calls that `#[route]` writes, in the order of a request: read arguments, run the handler, answer.

mod answer;
mod arguments;
mod running;

pub use answer::{Declared, Respond, RespondNot, Returned};
pub use arguments::{
    Extract, ExtractNot, Extractor, all_owned, borrowed, capture_text, owned, query_text, query_text_many,
    query_text_optional,
};
pub use running::{BlockingContext, NeverRun, Pool, Running, run, run_now};

use crate::Problem;
use crate::extract::RequestContext;
use crate::respond::{Responder, fail};
use crate::route::{Answer, Answered};

/// The rejection is the answer.
#[cold]
pub(crate) fn reject<E: Responder>(request: &mut RequestContext<'_>, rejection: E) -> Answered {
    fail(rejection, &mut request.message.response);
    Answered
}

/// No handler stands where the routing table leads: only a table that was mounted past its proofs comes here.
#[cold]
pub fn nowhere(request: &mut RequestContext<'_>) -> Answer {
    Err(reject(request, Problem::new(404)))
}
