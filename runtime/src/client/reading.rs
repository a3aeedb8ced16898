//! From a response to the answer that it is.

use std::marker::PhantomData;
use std::pin::Pin;

use http::{Response, StatusCode, header};
use http_body_util::LengthLimitError;

use super::problem::read_document;
use super::read::{Interrupted, ReadOutput, ReadResponse, Received};
use super::{Answer, CallError, Reply};
use crate::{Body, BoxError};

/// The output `O` of a handler, of which a bound is not asked where it is written, since it has a lifetime, but where it is
/// called.
#[doc(hidden)]
#[derive(Debug)]
pub struct OutputLater<'d, O>(PhantomData<fn() -> (&'d (), O)>);

/// An answer while it is read.
#[doc(hidden)]
pub type Reading<T, P> = Pin<Box<dyn Future<Output = Result<Answer<T, P>, CallError>> + Send>>;

/// As [`ReadOutput`].
#[doc(hidden)]
pub trait ReadLaterAs {
    /// What the client gets of a success.
    type Value;
    /// What it learns of a problem.
    type Problem;
    /// The media types that it reads.
    const ACCEPTED: &'static str;

    /// The answer that a response is.
    fn read(
        response: Response<Body>,
        expected: Expected,
        body_limit: usize,
    ) -> Reading<Self::Value, Self::Problem>;
}

impl<O: ReadOutput + 'static> ReadLaterAs for OutputLater<'_, O> {
    type Value = O::Value;
    type Problem = O::Problem;
    const ACCEPTED: &'static str = O::ACCEPTED;

    fn read(
        response: Response<Body>,
        expected: Expected,
        body_limit: usize,
    ) -> Reading<O::Value, O::Problem> {
        Box::pin(read::<O>(response, expected, body_limit))
    }
}

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
        let media_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = |text: &str| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let media_type = media_type.map(essence).unwrap_or_default();
        R::reads(&media_type) || (!self.media_type.is_empty() && media_type == essence(self.media_type))
    }
}

/// The answer that a response is.
async fn read<O: ReadOutput>(
    response: Response<Body>,
    expected: Expected,
    body_limit: usize,
) -> Result<Answer<O::Value, O::Problem>, CallError> {
    let is_success = expected.is::<O::Success>(&response);
    let (head, body) = response.into_parts();
    let (status, headers) = (head.status, head.headers);
    let received = Received::new(body, body_limit);
    if is_success {
        let reply = Reply { status, headers: headers.clone(), value: received };
        let value = O::Success::read(reply).await.map_err(|error| unread(status, error, body_limit))?;
        return Ok(Answer::Success(Reply { status, headers, value: O::value(value) }));
    }
    let value = received.bytes().await.map_err(|error| unread(status, error, body_limit))?;
    let problem = read_document(status, &headers, &value);
    if let Some(problem) = problem {
        if let Some(kind) = O::problem(&problem) {
            return Ok(Answer::Failure(kind, Reply { status, headers, value: problem }));
        }
        if status == 404
            && let Some(value) = O::absence()
        {
            return Ok(Answer::Success(Reply { status, headers, value }));
        }
    }
    Ok(Answer::Other(Reply { status, headers, value }))
}

/// Why a body was not read.
fn unread(status: StatusCode, error: BoxError, limit: usize) -> CallError {
    match error.downcast::<Interrupted>() {
        Ok(interrupted) if interrupted.0.is::<LengthLimitError>() => CallError::TooLarge(limit),
        Ok(interrupted) => CallError::Transport(interrupted.0),
        Err(error) => CallError::Misread(status, error),
    }
}
