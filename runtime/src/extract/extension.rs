//! `Extension<T>`: what a layer before the app has attached to the request.

use std::fmt;
use std::ops::Deref;

use super::{FromRequest, RequestContext};
use crate::{IntoProblem, Problem, answered_by_its_problem};

/// A clone of the request's extension of type `T`: what a layer before the app has attached to this request.
///
/// What all requests share is state, which the compiler proves to be there; an extension that no layer attached is
/// found only by asking: 500, with the type named in the log. As an `Option` it is `None`.
///
/// ```
/// use fingerpost::{App, Extension, get, routes};
///
/// #[derive(Clone)]
/// struct User(String);
///
/// #[get("/me")]
/// fn me(user: Option<Extension<User>>) -> String {
///     user.map_or("nobody".to_owned(), |Extension(User(name))| name)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(App::new(routes![me]).test().get("/me").send().await.text(), "nobody");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Extension<T>(pub T);

impl<T: Clone + Send + Sync + 'static> FromRequest for Extension<T> {
    type Rejection = MissingExtension;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, MissingExtension> {
        let found = request.extensions().get::<T>().cloned();
        found.map(Self).ok_or(MissingExtension { type_name: std::any::type_name::<T>() })
    }
}

impl<T> Deref for Extension<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// No layer has attached an extension of the type: 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingExtension {
    type_name: &'static str,
}

impl MissingExtension {
    /// The type that was asked for.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for MissingExtension {
    fn into_problem(self) -> Problem {
        Problem::new(500).because(self)
    }
}

answered_by_its_problem!(MissingExtension);

impl fmt::Display for MissingExtension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no layer has attached an extension of type `{}` to the request", self.type_name)
    }
}

impl std::error::Error for MissingExtension {}
