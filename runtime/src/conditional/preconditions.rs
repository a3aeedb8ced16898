//! `Preconditions`: all that a request makes its effect depend on.

use std::convert::Infallible;
use std::fmt;

use http::Method;
use http::header::{HeaderMap, HeaderName, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE};

use super::evaluate::{Verdict, evaluate};
use super::validators::Validators;
use crate::answered_by_its_problem;
use crate::extract::{FromRequest, RequestContext};

/// The headers that a request says its preconditions in.
pub(crate) const CONDITIONS: [HeaderName; 4] =
    [IF_MATCH, IF_UNMODIFIED_SINCE, IF_NONE_MATCH, IF_MODIFIED_SINCE];

/// The preconditions of a request (RFC 9110 §13): `If-Match`, `If-Unmodified-Since` and `If-None-Match`, for a handler that
/// changes something to check before it does. A request without any passes every check.
///
/// Where one must be there, take [`IfMatch`](crate::IfMatch). A GET is answered by the keys `etag` and `last_modified` of its
/// route.
///
/// ```
/// use fingerpost::{App, ETag, Problem, Preconditions, Validators, put, routes};
/// use std::{collections::HashMap, sync::Mutex};
///
/// /// Each page with the number of its version.
/// #[derive(Default)]
/// struct Pages(Mutex<HashMap<String, (u64, String)>>);
///
/// #[put("/pages/{name}")]
/// fn put_page(name: String, text: String, conditions: Preconditions, pages: &Pages) -> Result<(), Problem> {
///     // Checked and written under one lock.
///     let mut pages = pages.0.lock().unwrap();
///     let current = pages.get(&name).map(|(version, _)| *version);
///     conditions.check(current.map(ETag::from))?;
///     pages.insert(name, (current.unwrap_or(0) + 1, text));
///     Ok(())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![put_page]).state(Pages::default()).test();
/// let create = || app.put("/pages/home").header("if-none-match", "*").body("hello").send();
/// assert_eq!(create().await.status(), 204);
/// assert_eq!(create().await.status(), 412, "it is there already");
/// let update = app.put("/pages/home").header("if-match", "\"1\"").body("hello again").send().await;
/// assert_eq!(update.status(), 204);
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Preconditions {
    reads: bool,
    headers: HeaderMap,
}

impl Preconditions {
    /// The preconditions that stand in these headers of a request.
    #[must_use]
    pub fn of(method: &Method, headers: &HeaderMap) -> Self {
        let mut own = HeaderMap::new();
        for name in CONDITIONS {
            for value in headers.get_all(&name) {
                own.append(name.clone(), value.clone());
            }
        }
        Self { reads: matches!(*method, Method::GET | Method::HEAD), headers: own }
    }

    /// Whether the request has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headers.is_empty()
    }

    /// Whether they hold for what is there now: an [`ETag`](crate::ETag), a time, [`Validators`] of both, or an `Option`
    /// of those, `None` where nothing is there yet. Evaluated in the order of RFC 9110 §13.2.2.
    ///
    /// What is checked must not change before the change is made: check under the lock, or in the transaction, that writes.
    ///
    /// # Errors
    /// 412 where they do not. For a GET that is `If-Match` and `If-Unmodified-Since` alone; the others are answered 304.
    pub fn check(&self, current: impl Into<Validators>) -> Result<(), PreconditionFailed> {
        match evaluate(self.reads, &self.headers, &current.into()) {
            Verdict::Failed => Err(PreconditionFailed),
            Verdict::Proceed | Verdict::NotModified => Ok(()),
        }
    }
}

impl FromRequest for Preconditions {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(Self::of(request.method(), request.headers()))
    }
}

/// The precondition of a request does not hold: 412 (RFC 9110 §15.5.13).
///
/// With `?` it becomes a [`Problem`](struct@crate::Problem); in an error of your own it is a transparent variant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PreconditionFailed;

answered_by_its_problem!(PreconditionFailed: "PreconditionFailed", 412);

impl fmt::Display for PreconditionFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what is there is not what the request's precondition asks for")
    }
}

impl std::error::Error for PreconditionFailed {}
