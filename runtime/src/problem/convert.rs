//! What becomes a problem by `?`: the errors that know their status.

use std::borrow::Cow;
use std::convert::Infallible;

use http::StatusCode;

use super::{Problem, ProblemInfo};

/// An error that knows its status, so that `?` turns it into a [`Problem`](struct@crate::Problem).
///
/// [`#[derive(Problem)]`](macro@crate::Problem) writes it for an enum or struct. By hand it is:
/// ```
/// use fingerpost::{IntoProblem, Problem};
///
/// struct OutOfStock { item: u64 }
///
/// impl IntoProblem for OutOfStock {
///     fn into_problem(self) -> Problem {
///         Problem::new(409).detail("out of stock").with("item", self.item)
///     }
/// }
///
/// fn order(item: u64) -> Result<(), Problem> {
///     Err(OutOfStock { item })?
/// }
/// assert_eq!(order(7).unwrap_err().status(), 409);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which problem it is\nhelp: give it a status: `.or_500()?`, or `.or_problem(409, \"why\")?` (with `use fingerpost::OrProblem`); an error of your own derives `Problem`",
    label = "no status is known for this error (help: `.or_500()?`, or `.or_problem(409, \"why\")?`, with `use fingerpost::OrProblem`)"
)]
pub trait IntoProblem: Sized {
    /// The problems it may become, for the API document.
    const POSSIBLE: &'static [ProblemInfo] = &[];

    /// The problem it is.
    fn into_problem(self) -> Problem;
}

/// A failure of the framework's own is answered by the problem that it becomes. With a name and a status, that problem is the
/// status with the failure's own text as its detail.
macro_rules! answered_by_its_problem {
    ($failure:ident: $name:literal, $status:literal) => {
        #[diagnostic::do_not_recommend]
        impl $crate::IntoProblem for $failure {
            const POSSIBLE: &'static [$crate::ProblemInfo] = &[$crate::ProblemInfo::new($name, $status)];

            #[cold]
            fn into_problem(self) -> $crate::Problem {
                $crate::Problem::new($status).detail(self.to_string())
            }
        }

        $crate::answered_by_its_problem!($failure);
    };
    ($failure:ident) => {
        impl $crate::Responder for $failure {
            const FACTS: $crate::respond::Facts = $crate::Problem::FACTS;

            fn respond(self, response: &mut $crate::respond::Response) {
                $crate::IntoProblem::into_problem(self).respond(response);
            }
        }
    };
}

pub(crate) use answered_by_its_problem;

impl<E: IntoProblem> From<E> for Problem {
    fn from(error: E) -> Self {
        error.into_problem()
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for StatusCode {
    fn into_problem(self) -> Problem {
        Problem::new(self)
    }
}

/// Status and detail.
#[diagnostic::do_not_recommend]
impl<D: Into<Cow<'static, str>>> IntoProblem for (StatusCode, D) {
    fn into_problem(self) -> Problem {
        Problem::new(self.0).detail(self.1)
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for Infallible {
    fn into_problem(self) -> Problem {
        match self {}
    }
}

/// A [`Problem`](struct@crate::Problem), or what becomes one, with the problems it may be: what `#[problem(transparent)]` may hold.
///
/// It is there for every [`IntoProblem`]; there is nothing to implement.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a problem\nhelp: derive `Problem` for it, or give the variant a status: `#[problem(500)]`",
    label = "a transparent variant passes a problem on"
)]
pub trait ProblemSet: Sized {
    /// The problems it may be, for the API document.
    const PROBLEMS: &'static [ProblemInfo];

    #[doc(hidden)]
    fn problem(self) -> Problem;
}

impl<E: IntoProblem> ProblemSet for E {
    const PROBLEMS: &'static [ProblemInfo] = E::POSSIBLE;

    fn problem(self) -> Problem {
        self.into_problem()
    }
}

/// It may be any problem: nothing is known beforehand.
impl ProblemSet for Problem {
    const PROBLEMS: &'static [ProblemInfo] = &[];

    fn problem(self) -> Problem {
        self
    }
}
