//! `Path<T>`: all the captures of the route as one value.

use std::fmt;
use std::ops::Deref;

use serde::de::DeserializeOwned;

use super::capture::Capture;
use super::captures::Captures;
use super::misfit::Misfit;
use super::{FromRequest, RequestContext};
use crate::{IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// All the captures of the route: a struct or map takes them by name, a tuple or list by position, a plain value takes
/// the only one.
///
/// Captures are better named by the handler's own arguments, which is checked while compiling; this is for those that
/// many handlers share. A capture that is not of its type is 400; a type that the route's captures cannot fill is 500,
/// with the reason in the log.
///
/// ```
/// use fingerpost::{App, Path, get, routes};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Key { user: String, post: u64 }
///
/// #[get("/users/{user}/posts/{post}")]
/// fn post(Path(key): Path<Key>) -> String {
///     format!("{} by {}", key.post, key.user)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![post]).test();
/// assert_eq!(app.get("/users/ada/posts/7").send().await.text(), "7 by ada");
/// assert_eq!(app.get("/users/ada/posts/last").send().await.status(), 400);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Rejection = PathRejection;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, PathRejection> {
        let captures = request.captures().map(|(name, text)| Capture { name, text });
        T::deserialize(Captures(captures)).map(Self).map_err(PathRejection)
    }

    fn is_absence(_: &PathRejection) -> bool {
        false
    }
}

impl<T> Deref for Path<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Why the captures are not the [`Path`] that was asked for: 400, and 500 where the type is none that captures can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRejection(Misfit);

impl PathRejection {
    /// The capture that does not fit, where it is one.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        match self.0 {
            Misfit::Text { name, .. } | Misfit::Refused { name, .. } => {
                Some(name).filter(|name| !name.is_empty())
            }
            Misfit::Shape(_) => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for PathRejection {
    const POSSIBLE: &'static [ProblemInfo] = &[ProblemInfo::new("Path", 400)];

    fn into_problem(self) -> Problem {
        match self.0 {
            Misfit::Shape(_) => Problem::new(500).because(self),
            _ => Problem::new(400).detail(self.to_string()),
        }
    }
}

answered_by_its_problem!(PathRejection);

impl fmt::Display for PathRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for PathRejection {}
