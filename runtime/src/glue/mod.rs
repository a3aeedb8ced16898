//! Glue: the calls that `#[route]` writes, in the order of a request: read arguments, run the handler, answer.

mod answer;
mod call;
mod extracting;
mod lent;
mod pool;
mod returned;
mod texts;

pub use answer::{Answering, Declared, NOTHING};
pub use call::{Call, FromPool, Later, LaterAnswer, later};
pub use extracting::{Extract, ExtractNot, Extracting};
pub use lent::LentIf;
pub use pool::{BlockingContext, Ended, NeverRun, Pool};
pub use returned::{
    Answers, AnswersNot, Plain, PlainNot, Returned, Started, StartedNot, returned, returned_by,
    returned_by_call, returned_by_start, returned_from_pool, returned_from_pool_by_start,
};
pub use texts::{
    all_owned, borrowed, capture_str, capture_text, owned, query_str, query_str_many, query_str_optional,
    query_text, query_text_many, query_text_optional,
};

use http::{HeaderName, HeaderValue, Method, StatusCode, header};

use crate::Problem;
use crate::auth::Security;
use crate::extract::RequestContext;
use crate::head;
use crate::media_types::MediaTypes;
use crate::respond::{Responder, fail};
use crate::route::{Answer, Answered};

/// The rejection is the answer.
#[cold]
pub(crate) fn reject<E: Responder>(request: &mut RequestContext<'_>, rejection: E) -> Answered {
    fail(rejection, request.response);
    if request.response.status() == StatusCode::UNSUPPORTED_MEDIA_TYPE {
        say_what_is_accepted(request);
    }
    Answered
}

/// The same of an extractor that asks for credentials: a 401 says how to send them.
#[cold]
fn reject_for<E: Responder>(request: &mut RequestContext<'_>, rejection: E, security: &Security) -> Answered {
    let answered = reject(request, rejection);
    security.challenge(request.response);
    answered
}

/// What a body may be: `Accept` for any method (RFC 9110 §15.5.16), and `Accept-Patch` (RFC 5789 §2.2), `Accept-Post` (LDP
/// §7.1) or `Accept-Query` (the HTTP QUERY method, §3) for theirs.
fn say_what_is_accepted(request: &mut RequestContext<'_>) {
    let accepted = MediaTypes::shown(request.route().accepts);
    let Ok(accepted) = HeaderValue::try_from(accepted) else { return };
    if accepted.is_empty() {
        return;
    }
    let method = request.method();
    let headers = request.response.headers_mut();
    if let Some((_, name)) = ACCEPTS.iter().find(|(of, _)| of == method) {
        head::set(headers, name.clone(), accepted.clone());
    }
    headers.entry(header::ACCEPT).or_insert(accepted);
}

/// The methods that have a header of their own for what they take.
pub(crate) const ACCEPTS: [(Method, HeaderName); 3] = [
    (Method::POST, HeaderName::from_static("accept-post")),
    (Method::PATCH, HeaderName::from_static("accept-patch")),
    (Method::QUERY, HeaderName::from_static("accept-query")),
];

/// The call of a route that has none: that of a mistaken attribute.
#[cold]
pub fn nowhere(request: &mut RequestContext<'_>) -> Answer {
    Err(reject(request, Problem::new(404)))
}
