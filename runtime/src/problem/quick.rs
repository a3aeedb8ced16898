//! `problem!`: a problem in one line, its status proved while compiling.

use crate::text::same;
use std::borrow::Cow;
use std::fmt;

use super::OWN_MEMBERS;

/// A [`Problem`](struct@crate::Problem) with a constant status and a formatted detail.
///
/// ```
/// use fingerpost::{Problem, StatusCode, problem};
///
/// fn post(id: u64) -> Result<&'static str, Problem> {
///     ["intro"].get(id as usize).copied().ok_or_else(|| problem!(404, "no post {id}"))
/// }
/// assert_eq!(post(7).unwrap_err().get_detail(), Some("no post 7"));
///
/// let bare = problem!(StatusCode::GONE);
/// let full = problem!(429, "slow down", "limit" = 60, "window" = "1 min").header("Retry-After", 5);
/// # assert_eq!((bare.status().as_u16(), full.extensions().count()), (410, 2));
/// ```
///
/// The detail is a format string, with arguments as in [`format!`] or with extension members, not both. A status
/// outside 400–599 does not compile, and neither does an extension member with the name of a problem's own one:
/// ```compile_fail
/// let problem = fingerpost::problem!(200, "fine");
/// ```
// A door that knows where the crate is; what is written is read by a procedural macro, which has a word for each mistake.
#[macro_export]
macro_rules! problem {
    () => {
        ::core::compile_error!(
            "a problem is a status and a text, with what stands in it\nhelp: `problem!(404, \"no post {id}\")`"
        )
    };
    ($($written:tt)*) => {
        $crate::__private::problem!([$crate] $($written)*)
    };
}

/// A formatted detail, which allocates only where something is filled in.
#[doc(hidden)]
#[must_use]
pub fn problem_detail(detail: fmt::Arguments<'_>) -> Cow<'static, str> {
    detail.as_str().map_or_else(|| Cow::Owned(detail.to_string()), Cow::Borrowed)
}

/// The name of an extension member, if it may be one.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn problem_member(name: &'static str) -> &'static str {
    let mut own = 0;
    while own < OWN_MEMBERS.len() {
        assert!(
            !same(name, OWN_MEMBERS[own]),
            "`type`, `title`, `status`, `detail` and `instance` are the problem's own members\nhelp: give the extension another name"
        );
        own += 1;
    }
    name
}
