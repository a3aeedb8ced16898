//! What a client learns of a problem: `ReadProblem`, which `#[derive(Problem)]` writes.

use std::convert::Infallible;

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::contract::Opaque;
use crate::extract::essence;
use crate::{Problem, ProblemInfo};

/// What a client learns of an error type that derives [`Problem`](derive@crate::Problem): an enum with the same variants.
///
/// A variant is told by its status, its `type` and its `title` (RFC 9457 §3.1), the detail being for people, and has the
/// fields that the document carries: those with `#[problem(member)]`. A transparent variant holds what is learned of the
/// problem in it. The other fields stay on the server. Give it a name, to match its variants:
///
/// ```
/// use fingerpost::Problem;
/// use fingerpost::client::{ProblemOf, ReadProblem};
///
/// #[derive(Problem)]
/// enum ApiError {
///     #[problem(404, "no post {id}")]
///     NoPost { id: u64 },
///     #[problem(409, "a post is called so", title = "Title taken")]
///     Taken {
///         #[problem(member)]
///         by: u64,
///     },
///     #[problem(500)]
///     Disk(#[from] std::io::Error),
/// }
///
/// type ApiProblem = ProblemOf<ApiError>;
///
/// let taken = Problem::from(ApiError::Taken { by: 7 });
/// match ApiError::read(&taken) {
///     Some(ApiProblem::Taken { by }) => assert_eq!(by, 7),
///     Some(ApiProblem::NoPost | ApiProblem::Disk) | None => panic!("it is another"),
/// }
/// ```
pub type ProblemOf<E> = <E as TellsProblems>::Kind;

/// An error of a handler that says what a client learns of it: [`#[derive(Problem)]`](derive@crate::Problem) writes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what a client learns of it\nhelp: derive `Problem` for it",
    label = "what a client learns of `{Self}` is not known"
)]
pub trait ReadProblem: TellsProblems {
    /// Which of its problems a problem is, if it is one.
    fn read(problem: &Problem) -> Option<Self::Kind>;
}

/// An error type of which a client learns something: what that is, is named without asking whether it can be read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what a client learns of it\nhelp: derive `Problem` for it",
    label = "what a client learns of `{Self}` is not known"
)]
pub trait TellsProblems {
    /// One variant for each problem; of an error that may be any problem, `()`.
    type Kind;
}

/// A problem that tells which variant of `E` it is: no two of them have one status, `type` and `title`.
// Asked of another type than the error, of which the compiler would report `ReadProblem` as missing.
#[diagnostic::on_unimplemented(
    message = "two problems of `{E}` look the same to a client\nhelp: give each a `title = \"…\"` or a `type = \"…\"` of its own",
    label = "a client cannot tell the variants of `{E}` apart"
)]
pub trait Distinguishes<E> {}

/// What may be any problem.
macro_rules! any {
    ($([$($generics:tt)*] $ty:ty),*) => {$(
        impl<$($generics)*> TellsProblems for $ty {
            type Kind = ();
        }

        impl<$($generics)*> ReadProblem for $ty {
            fn read(_: &Problem) -> Option<()> {
                Some(())
            }
        }
    )*};
}

any!([] Problem, [] StatusCode, [T] Opaque<T>, [B] http::Response<B>, [A, B] (A, B), [A, B, C] (A, B, C));

/// That of the error within.
impl<T: TellsProblems> TellsProblems for Box<T> {
    type Kind = T::Kind;
}

impl<T: ReadProblem> ReadProblem for Box<T> {
    fn read(problem: &Problem) -> Option<T::Kind> {
        T::read(problem)
    }
}

impl TellsProblems for Infallible {
    type Kind = Self;
}

impl ReadProblem for Infallible {
    fn read(_: &Problem) -> Option<Self> {
        None
    }
}

/// The value of an extension member, where it is there and is one.
#[doc(hidden)]
#[must_use]
pub fn member<T: DeserializeOwned>(problem: &Problem, name: &str) -> Option<T> {
    let value = problem.extensions().find(|(other, _)| *other == name).map(|(_, value)| value);
    T::deserialize(value?).ok()
}

/// Whether a problem is of this kind, but for its members.
#[doc(hidden)]
#[must_use]
pub fn is_of(problem: &Problem, info: &ProblemInfo) -> bool {
    let plain = Problem::new(info.status);
    let title = if info.title.is_empty() { plain.get_title() } else { info.title };
    problem.status() == info.status
        && problem.get_title() == title
        && problem.get_type_uri().unwrap_or_default() == info.type_uri
}

/// Whether a response says that its body is a problem.
pub(super) fn is_document(headers: &HeaderMap) -> bool {
    essence(headers).is_some_and(|essence| essence.eq_ignore_ascii_case(b"application/problem+json"))
}

/// The problem that a response is, where it says that it is one (RFC 9457 §3).
pub(super) fn read_document(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Option<Problem> {
    if !is_document(headers) || status.as_u16() < 400 {
        return None;
    }
    let document: Map<String, Value> = serde_json::from_slice(body).ok()?;
    let mut problem = Problem::new(status);
    for (name, value) in document {
        // A member of another type than it has is ignored (RFC 9457 §3.1), and the status is that of the response.
        problem = match (&*name, value) {
            ("type", Value::String(uri)) if uri != "about:blank" => problem.type_uri(uri),
            ("title", Value::String(title)) => problem.title(title),
            ("detail", Value::String(detail)) => problem.public_detail(detail),
            ("instance", Value::String(uri)) => problem.instance(uri),
            ("type" | "title" | "status" | "detail" | "instance", _) => problem,
            (_, value) => problem.with(name, value),
        };
    }
    Some(problem)
}
