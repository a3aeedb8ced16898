//! `Answer`: one case for each response that a handler declares, and one for all others.

use std::convert::Infallible;
use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use super::Reply;
use crate::Problem;

/// The answer to a [`Call`](super::Call): one case for each kind of response that the handler declares, and one for all
/// others.
///
/// A handler that returns no `Result` declares no problem, and a `match` needs no arm for one.
#[derive(Debug)]
pub enum Answer<T, P = Infallible> {
    /// What the handler returns as its success; of an `Option` the declared 404 too, as `None`.
    Success(Reply<T>),
    /// One of the problems that the handler's error type declares, and its document.
    Failure(P, Reply<Problem>),
    /// What the handler does not declare: a rejection of an argument, a limit, another server's page. It is as it came.
    Other(Reply<Bytes>),
}

impl<T, P> Answer<T, P> {
    /// The success; any other answer is an error that tells which it was.
    ///
    /// # Errors
    /// Where it is a problem, or something that the handler does not declare.
    pub fn success(self) -> Result<Reply<T>, NoSuccess> {
        match self {
            Self::Success(reply) => Ok(reply),
            Self::Failure(_, problem) => Err(NoSuccess(Box::new(Instead::Problem(problem.into_inner())))),
            Self::Other(reply) => Err(NoSuccess(Box::new(match reply.problem() {
                Some(problem) => Instead::Problem(problem),
                None => Instead::Reply(reply),
            }))),
        }
    }

    /// The problem, declared or not, where it is one.
    pub fn problem(self) -> Option<Problem> {
        match self {
            Self::Success(_) => None,
            Self::Failure(_, problem) => Some(problem.into_inner()),
            Self::Other(reply) => reply.problem(),
        }
    }

    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Success(reply) => reply.status(),
            Self::Failure(_, problem) => problem.status(),
            Self::Other(reply) => reply.status(),
        }
    }
}

/// An answer that is no success, where one was wanted: what [`Answer::success`] fails with. It prints as the problem does:
/// `404 Not Found: no post 7`.
///
/// ```
/// use fingerpost::{App, Problem, get, problem, routes};
///
/// #[get("/posts/{id}")]
/// fn get_post(id: u64) -> Result<String, Problem> { Err(problem!(404, "no post {id}")) }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
/// let client = App::new(routes![get_post]).test();
/// let refused = client.call(get_post::request(7)).await?.success().unwrap_err();
/// assert_eq!((refused.status().as_u16(), refused.to_string()), (404, "404 Not Found: no post 7".to_owned()));
/// assert_eq!(refused.problem().and_then(|problem| problem.get_detail()), Some("no post 7"));
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct NoSuccess(Box<Instead>);

/// What came where a success was wanted.
#[derive(Debug)]
enum Instead {
    Problem(Problem),
    Reply(Reply<Bytes>),
}

impl NoSuccess {
    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match &*self.0 {
            Instead::Problem(problem) => problem.status(),
            Instead::Reply(reply) => reply.status(),
        }
    }

    /// The problem, where it is one.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match &*self.0 {
            Instead::Problem(problem) => Some(problem),
            Instead::Reply(_) => None,
        }
    }
}

impl fmt::Display for NoSuccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Instead::Problem(problem) => problem.fmt(f),
            Instead::Reply(reply) => write!(f, "{}, which the handler does not declare", reply.status()),
        }
    }
}

impl std::error::Error for NoSuccess {}
