//! `Parameter`: a type that captures of the path and parameters of the query can be.

use std::str::FromStr;

use crate::Problem;
use crate::extract::RequestContext;
use crate::glue::{query_text, query_text_many, query_text_optional, reject};
use crate::route::Answered;

/// A type that a capture of the path or a parameter of the query can be: every [`FromStr`]. (`&str` and `Cow<str>`
/// need no parsing.)
///
/// It is not implemented by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a path or a query\nhelp: implement `std::str::FromStr` for it, or take a type that has it, such as `u64` or `String`",
    label = "does not parse from text"
)]
pub trait Parameter: Sized {
    #[doc(hidden)]
    fn read(text: &str) -> Option<Self>;

    #[doc(hidden)]
    #[inline]
    fn capture(request: &mut RequestContext<'_>, index: usize, expected: &str) -> Result<Self, Answered> {
        let text = request.capture(index);
        Self::read(&text).ok_or_else(|| {
            let name = request.route().captures.get(index).copied().unwrap_or_default();
            reject(request, malformed("path", name, &text, expected))
        })
    }

    /// The same once more, for a link, which may go without.
    #[doc(hidden)]
    fn captured(request: &RequestContext<'_>, index: usize) -> Option<Self> {
        Self::read(&request.capture(index))
    }

    #[doc(hidden)]
    fn query(request: &mut RequestContext<'_>, name: &str, expected: &str) -> Result<Self, Answered> {
        let text = query_text(request, name)?;
        Self::in_query(request, name, &text, expected)
    }

    #[doc(hidden)]
    fn query_optional(
        request: &mut RequestContext<'_>,
        name: &str,
        expected: &str,
    ) -> Result<Option<Self>, Answered> {
        match query_text_optional(request, name)? {
            Some(text) => Self::in_query(request, name, &text, expected).map(Some),
            None => Ok(None),
        }
    }

    #[doc(hidden)]
    fn query_many(
        request: &mut RequestContext<'_>,
        name: &str,
        expected: &str,
    ) -> Result<Vec<Self>, Answered> {
        let texts = query_text_many(request, name)?;
        texts.iter().map(|text| Self::in_query(request, name, text, expected)).collect()
    }

    #[doc(hidden)]
    fn in_query(
        request: &mut RequestContext<'_>,
        name: &str,
        text: &str,
        expected: &str,
    ) -> Result<Self, Answered> {
        Self::read(text).ok_or_else(|| reject(request, malformed("query", name, text, expected)))
    }

    /// The default of a parameter whose type is the user's own.
    #[doc(hidden)]
    fn default_of(
        request: &mut RequestContext<'_>,
        name: &str,
        text: &str,
        expected: &str,
    ) -> Result<Self, Answered> {
        Self::read(text).ok_or_else(|| {
            let detail =
                format!("the default of `{name}` in the query is `{text}`, which is not a `{expected}`");
            reject(request, Problem::new(500).detail(detail))
        })
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Parameter for T {
    #[inline]
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

#[cold]
fn malformed(place: &str, name: &str, text: &str, expected: &str) -> Problem {
    Problem::new(400).detail(format!("`{name}` in the {place} is `{text}`, which is not a `{expected}`"))
}
