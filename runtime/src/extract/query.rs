//! `Query<T>`: the whole query string as one value.

use std::fmt;
use std::ops::Deref;

use serde::de::DeserializeOwned;

use super::form::{FormError, read};
use super::{FromRequest, RequestContext};
use crate::answered_by_its_problem;

/// The whole query string as a struct or map: each parameter is a field, a `Vec` takes a parameter that repeats.
///
/// One or two parameters are better named in the route itself: `#[get("/posts?{page}")]`. As an `Option` it is `None`
/// where the request has no query and `T` needs one.
///
/// ```
/// use fingerpost::{App, Query, get, routes};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Filter {
///     #[serde(default)]
///     tag: Vec<String>,
///     page: Option<u32>,
/// }
///
/// #[get("/posts")]
/// fn posts(Query(filter): Query<Filter>) -> String {
///     format!("{} on page {}", filter.tag.join("+"), filter.page.unwrap_or(1))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![posts]).test();
/// assert_eq!(app.get("/posts?tag=a&tag=b").send().await.text(), "a+b on page 1");
/// assert_eq!(app.get("/posts?page=first").send().await.status(), 400);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Rejection = QueryRejection;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, QueryRejection> {
        let query = request.query();
        let missing = query.is_empty();
        read(query.as_bytes()).map(Self).map_err(|error| QueryRejection { error, missing })
    }

    fn is_absence(rejection: &QueryRejection) -> bool {
        rejection.missing
    }
}

impl<T> Deref for Query<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Why a query string is not the [`Query`] that was asked for: 400.
#[derive(Clone, Debug)]
pub struct QueryRejection {
    error: FormError,
    missing: bool,
}

impl QueryRejection {
    /// The parameter that does not fit, where it is known.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.error.name()
    }

    /// Whether the request has no query at all.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.missing
    }
}

answered_by_its_problem!(QueryRejection: "Query", 400);

impl fmt::Display for QueryRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the query does not fit: {}", self.error)
    }
}

impl std::error::Error for QueryRejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.error.serde())
    }
}
