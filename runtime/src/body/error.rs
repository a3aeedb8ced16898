//! `BodyError`: why a body cannot be read further.

use std::error::Error;
use std::{fmt, io};

use http_body_util::LengthLimitError;

use crate::{BoxError, IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// Why a [`Body`](crate::Body) cannot be read further: what [`Body::chunk`](crate::Body::chunk) fails with.
///
/// Of a request's body it is, by `?`, the [`Problem`](struct@crate::Problem) that the framework itself answers with.
///
/// ```
/// use fingerpost::{App, Body, BodyError, Problem, StatusCode, problem, put, routes};
///
/// #[put("/count", body_limit = "4 B")]
/// async fn count(mut body: Body) -> Result<String, Problem> {
///     let mut bytes = 0;
///     loop {
///         match body.chunk().await {
///             Ok(Some(piece)) => bytes += piece.len(),
///             Ok(None) => return Ok(bytes.to_string()),
///             Err(BodyError::TooLarge(_)) => return Err(problem!(413, "too much after {bytes} bytes")),
///             Err(error) => return Err(error.into()),
///         }
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![count]).test();
/// assert_eq!(app.put("/count").body("1234").send().await.text(), "4");
/// assert_eq!(app.put("/count").body("12345").send().await.status(), StatusCode::PAYLOAD_TOO_LARGE);
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum BodyError {
    /// It is longer than the route's or the app's [`body_limit`](crate::App::body_limit): 413 (RFC 9110 §15.5.14).
    TooLarge(BoxError),
    /// It came too slowly: 408 (RFC 9110 §15.5.9).
    TooSlow(BoxError),
    /// It ends before its end, is not what its coding says, or its stream has failed: 400.
    Broken(BoxError),
}

impl BodyError {
    #[cold]
    pub(crate) fn new(error: BoxError) -> Self {
        if error.is::<LengthLimitError>() {
            Self::TooLarge(error)
        } else if timed_out(&*error) {
            Self::TooSlow(error)
        } else {
            Self::Broken(error)
        }
    }
}

/// Whether the connection has given the body up.
fn timed_out(error: &(dyn Error + 'static)) -> bool {
    let io = error.downcast_ref::<io::Error>();
    io.is_some_and(|io| io.kind() == io::ErrorKind::TimedOut) || error.source().is_some_and(timed_out)
}

#[diagnostic::do_not_recommend]
impl IntoProblem for BodyError {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("Broken", 400),
        ProblemInfo::new("TooSlow", 408),
        ProblemInfo::new("TooLarge", 413),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        let (status, detail, error) = match self {
            Self::TooLarge(error) => (413, "the request's body is longer than allowed here", error),
            Self::TooSlow(error) => (408, "the request's body came too slowly", error),
            Self::Broken(error) => (400, "the request's body could not be read", error),
        };
        Problem::new(status).detail(detail).because(error)
    }
}

answered_by_its_problem!(BodyError);

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge(_) => "the body is longer than allowed",
            Self::TooSlow(_) => "the body came too slowly",
            Self::Broken(_) => "the body could not be read",
        })
    }
}

impl Error for BodyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::TooLarge(error) | Self::TooSlow(error) | Self::Broken(error) => Some(&**error),
        }
    }
}
