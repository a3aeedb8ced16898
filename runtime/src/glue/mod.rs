//! Glue: the calls that `#[route]` writes, in the order of a request: read arguments, run the handler, answer.

mod answer;
mod call;
mod extracting;
mod pool;
mod texts;

pub use answer::{
    Answering, Answers, AnswersNot, Declared, NOTHING, Returned, returned, returned_by, returned_by_call,
    returned_by_start, returned_from_pool, returned_from_pool_by_start,
};
pub use call::{Call, FromPool, Later, later};
pub use extracting::{Extract, ExtractNot, Extracting};
pub use pool::{BlockingContext, Ended, NeverRun, Pool};
pub use texts::{
    all_owned, borrowed, capture_str, capture_text, owned, query_str, query_str_many, query_str_optional,
    query_text, query_text_many, query_text_optional,
};

use crate::Problem;
use crate::auth::Security;
use crate::extract::RequestContext;
use crate::respond::{Responder, fail};
use crate::route::{Answer, Answered};

/// The rejection is the answer.
#[cold]
pub(crate) fn reject<E: Responder>(request: &mut RequestContext<'_>, rejection: E) -> Answered {
    fail(rejection, &mut request.message.response);
    Answered
}

/// The same of an extractor that asks for credentials: a 401 says how to send them.
#[cold]
fn reject_for<E: Responder>(request: &mut RequestContext<'_>, rejection: E, security: &Security) -> Answered {
    let answered = reject(request, rejection);
    security.challenge(&mut request.message.response);
    answered
}

/// The call of a route that has none: that of a mistaken attribute.
#[cold]
pub fn nowhere(request: &mut RequestContext<'_>) -> Answer {
    Err(reject(request, Problem::new(404)))
}
