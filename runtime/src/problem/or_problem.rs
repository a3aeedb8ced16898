//! `OrProblem`: what is missing or failed, turned into a problem where it happens.

use std::borrow::Cow;
use std::panic::Location;

use super::{IntoStatus, Problem};
use crate::error::BoxError;

/// Turns an `Option`, or a `Result` of any error, into a `Result<_, Problem>` for `?`.
///
/// The error of a `Result` stays the problem's [`source`](Problem::source): logged, not sent.
///
/// ```
/// use fingerpost::{OrProblem, Problem};
///
/// fn first_line(name: &str) -> Result<String, Problem> {
///     let text = std::fs::read_to_string(name).or_404(|| format!("no file {name}"))?;
///     let line = text.lines().next().or_problem(422, "the file is empty")?;
///     Ok(line.to_owned())
/// }
/// let problem = first_line("/nowhere").unwrap_err();
/// assert_eq!(problem.to_string(), "404 Not Found: no file /nowhere");
/// assert!(problem.source().is_some());
/// ```
pub trait OrProblem: Sized {
    /// What is there when nothing failed.
    type Value;

    /// A problem of this status (as in [`Problem::new`]) and detail, text or a closure that makes it.
    ///
    /// # Errors
    /// The problem.
    fn or_problem(self, status: impl IntoStatus, detail: impl IntoDetail) -> Result<Self::Value, Problem>;

    /// 404 Not Found (RFC 9110 §15.5.5).
    ///
    /// # Errors
    /// The problem.
    fn or_404(self, detail: impl IntoDetail) -> Result<Self::Value, Problem> {
        self.or_problem(404, detail)
    }

    /// 500 Internal Server Error (RFC 9110 §15.6.1); the log says in which line.
    ///
    /// # Errors
    /// The problem.
    #[track_caller]
    fn or_500(self) -> Result<Self::Value, Problem> {
        let caller = Location::caller();
        self.or_problem(500, || format!("at {caller}"))
    }
}

impl<T> OrProblem for Option<T> {
    type Value = T;

    fn or_problem(self, status: impl IntoStatus, detail: impl IntoDetail) -> Result<T, Problem> {
        self.ok_or_else(|| Problem::new(status).detail(detail.into_detail()))
    }
}

impl<T, E: Into<BoxError>> OrProblem for Result<T, E> {
    type Value = T;

    fn or_problem(self, status: impl IntoStatus, detail: impl IntoDetail) -> Result<T, Problem> {
        self.map_err(|error| Problem::new(status).detail(detail.into_detail()).because(error))
    }
}

/// The detail of a problem: text, or a closure that makes it only when it is needed.
///
/// ```
/// use fingerpost::{OrProblem, Problem};
///
/// let id = 7;
/// let none: Option<()> = None;
/// assert_eq!(none.or_404("no such post").unwrap_err().get_detail(), Some("no such post"));
/// assert_eq!(none.or_404(|| format!("no post {id}")).unwrap_err().get_detail(), Some("no post 7"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the detail of a problem\nhelp: a text, `\"no such post\"`, or a closure that makes it: `|| format!(\"no post {{id}}\")`",
    label = "no text"
)]
pub trait IntoDetail {
    /// The text.
    fn into_detail(self) -> Cow<'static, str>;
}

impl IntoDetail for &'static str {
    fn into_detail(self) -> Cow<'static, str> {
        self.into()
    }
}

impl IntoDetail for String {
    fn into_detail(self) -> Cow<'static, str> {
        self.into()
    }
}

impl IntoDetail for Cow<'static, str> {
    fn into_detail(self) -> Cow<'static, str> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<F: FnOnce() -> D, D: Into<Cow<'static, str>>> IntoDetail for F {
    fn into_detail(self) -> Cow<'static, str> {
        self().into()
    }
}
