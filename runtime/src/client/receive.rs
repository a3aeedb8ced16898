//! From a response to the answer that it is.

use std::pin::Pin;

use bytes::Bytes;
use http::Response;
use http_body_util::LengthLimitError;

use super::output::Given;
use super::problem::{is_document, read_document};
use super::read::{Interrupted, ReadResponse, Received};
use super::{Answer, CallError, ReadProblem, Reply};
use crate::extract::{essence, essence_of};
use crate::{Body, BoxError};

/// An answer while it is read.
#[doc(hidden)]
pub type Reading<T, P> = Pin<Box<dyn Future<Output = Result<Answer<T, P>, CallError>> + Send>>;

/// What the attribute declares of the success.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    pub(super) status: u16,
    pub(super) media_type: &'static str,
}

impl Expected {
    /// Whether a response is the declared success, but for its body.
    fn is<R: ReadResponse>(self, response: &Response<Body>) -> bool {
        if !R::STATUSES.contain(response.status(), self.status) {
            return false;
        }
        let media_type = essence(response.headers()).unwrap_or_default();
        let declared = essence_of(self.media_type.as_bytes());
        (!declared.is_empty() && declared.eq_ignore_ascii_case(media_type))
            || std::str::from_utf8(media_type).is_ok_and(|text| R::reads(&text.to_ascii_lowercase()))
    }
}

/// The answer that a response is; of a plain 404 there may be a value, too.
pub(super) async fn read<T: ReadResponse, E: ReadProblem, G: Given<T::Value>>(
    response: Response<Body>,
    expected: Expected,
    body_limit: usize,
) -> Result<Answer<G::Value, E::Kind>, CallError> {
    let is_success = expected.is::<T>(&response);
    let (head, body) = response.into_parts();
    let (status, headers) = (head.status, head.headers);
    let received = Received::new(body, body_limit);
    if is_success {
        let whole = received.whole();
        let reply = Reply { status, headers: headers.clone(), value: received };
        return match T::read(reply).await {
            Ok(value) => Ok(Answer::Success(Reply { status, headers, value: G::some(value) })),
            Err(error) => Err(unread(error, body_limit, || Reply { status, headers, value: whole.take() })),
        };
    }
    let value = match received.bytes().await {
        Ok(value) => value,
        Err(error) => {
            return Err(unread(error, body_limit, || Reply { status, headers, value: Bytes::new() }));
        }
    };
    let problem = read_document(status, &headers, &value);
    let is_problem = problem.is_some() || (T::IS_HEAD && is_document(&headers));
    if let Some(problem) = problem
        && let Some(kind) = E::read(&problem)
    {
        return Ok(Answer::Failure(kind, Reply { status, headers, value: problem }));
    }
    if status == 404
        && is_problem
        && let Some(value) = G::none()
    {
        return Ok(Answer::Success(Reply { status, headers, value }));
    }
    Ok(Answer::Other(Reply { status, headers, value }))
}

/// Why a body was not read.
fn unread(error: BoxError, limit: usize, reply: impl FnOnce() -> Reply<Bytes>) -> CallError {
    match error.downcast::<Interrupted>() {
        Ok(interrupted) if interrupted.0.is::<LengthLimitError>() => CallError::TooLarge(limit),
        Ok(interrupted) => CallError::Transport(interrupted.0),
        Err(error) => CallError::Misread(Box::new(reply()), error),
    }
}
