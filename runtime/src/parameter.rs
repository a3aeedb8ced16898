//! `Parameter`: a type that captures of the path and parameters of the query can be.

use std::fmt::{self, Display};
use std::str::FromStr;

use crate::Problem;
use crate::extract::{RequestContext, brief};
use crate::glue::{query_text, query_text_many, query_text_optional, reject};
use crate::route::Answered;

/// A type that a capture of the path or a parameter of the query can be: every [`FromStr`]. (`&str` and `Cow<str>`
/// need no parsing.)
///
/// A text that is none is 400 with a `detail` that names the parameter, the text and the type, and says what the type's error
/// says, where that has [`Display`].
///
/// ```
/// use std::str::FromStr;
///
/// use fingerpost::{App, get, routes};
///
/// struct Even(u32);
///
/// impl FromStr for Even {
///     type Err = &'static str;
///
///     fn from_str(text: &str) -> Result<Self, &'static str> {
///         text.parse().ok().filter(|number| number % 2 == 0).map(Self).ok_or("it is even")
///     }
/// }
///
/// #[get("/half/{of}")]
/// fn half(of: Even) -> String {
///     (of.0 / 2).to_string()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![half]).test();
/// assert_eq!(app.get("/half/8").send().await.text(), "4");
/// let refused = app.get("/half/7").send().await;
/// assert!(refused.text().contains("`of` in the path is `7`, which is not a `Even`: it is even"));
/// # }
/// ```
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
    fn capture(
        request: &mut RequestContext<'_>,
        index: usize,
        expected: impl Expected,
    ) -> Result<Self, Answered> {
        let text = request.capture(index);
        Self::read(&text).ok_or_else(|| {
            let name = request.route().captures.get(index).copied().unwrap_or_default();
            reject(request, malformed("path", name, &text, &expected))
        })
    }

    /// The capture once more, for a link; `None` where it is not of this type.
    #[doc(hidden)]
    fn captured(request: &RequestContext<'_>, index: usize) -> Option<Self> {
        Self::read(&request.capture(index))
    }

    #[doc(hidden)]
    fn query(
        request: &mut RequestContext<'_>,
        name: &str,
        expected: impl Expected,
    ) -> Result<Self, Answered> {
        let text = query_text(request, name)?;
        Self::in_query(request, name, &text, expected)
    }

    #[doc(hidden)]
    fn query_optional(
        request: &mut RequestContext<'_>,
        name: &str,
        expected: impl Expected,
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
        expected: impl Expected,
    ) -> Result<Vec<Self>, Answered> {
        let texts = query_text_many(request, name)?;
        texts.iter().map(|text| Self::in_query(request, name, text, &expected)).collect()
    }

    #[doc(hidden)]
    fn in_query(
        request: &mut RequestContext<'_>,
        name: &str,
        text: &str,
        expected: impl Expected,
    ) -> Result<Self, Answered> {
        Self::read(text).ok_or_else(|| reject(request, malformed("query", name, text, &expected)))
    }

    /// The default of a parameter whose type is the user's own.
    #[doc(hidden)]
    fn default_of(
        request: &mut RequestContext<'_>,
        name: &str,
        text: &str,
        expected: impl Expected,
    ) -> Result<Self, Answered> {
        Self::read(text).ok_or_else(|| {
            let place = format_args!("the default of `{name}` in the query");
            reject(request, Problem::new(500).detail(misread(place, text, &expected)))
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

/// What a text should have been.
#[doc(hidden)]
pub trait Expected {
    /// The type, as the handler's signature has it.
    fn shown(&self) -> &str;

    /// Why a text is none, as far as the type says so.
    fn why(&self, text: &str) -> Option<String>;
}

/// A type whose name says it all, such as `u64`.
#[doc(hidden)]
impl Expected for &str {
    fn shown(&self) -> &str {
        self
    }

    fn why(&self, _: &str) -> Option<String> {
        None
    }
}

/// A type whose `FromStr` may say why.
#[doc(hidden)]
impl Expected for (&str, Why) {
    fn shown(&self) -> &str {
        self.0
    }

    #[cold]
    fn why(&self, text: &str) -> Option<String> {
        (self.1)(text).filter(|why| !why.is_empty())
    }
}

#[doc(hidden)]
impl<E: Expected> Expected for &E {
    fn shown(&self) -> &str {
        (*self).shown()
    }

    fn why(&self, text: &str) -> Option<String> {
        (*self).why(text)
    }
}

/// Why a text is not of a type: a line of what the error of its [`FromStr`] says. The text is parsed again for it, so that a
/// request that is right pays nothing.
pub(crate) type Why = fn(&str) -> Option<String>;

/// The reason that a type gives whose error has no [`Display`]: none.
pub(crate) const SILENT: Why = |_| None;

#[cold]
pub(crate) fn why<T: FromStr<Err: Display>>(text: &str) -> Option<String> {
    text.parse::<T>().err().map(|error| brief(&error))
}

#[cold]
fn malformed(place: &str, name: &str, text: &str, expected: &dyn Expected) -> Problem {
    Problem::new(400).detail(misread(format_args!("`{name}` in the {place}"), text, expected))
}

#[cold]
fn misread(what: fmt::Arguments<'_>, text: &str, expected: &dyn Expected) -> String {
    let (shown, found) = (expected.shown(), brief(&text));
    match expected.why(text) {
        Some(why) => format!("{what} is `{found}`, which is not a `{shown}`: {why}"),
        None => format!("{what} is `{found}`, which is not a `{shown}`"),
    }
}
