//! `Source`: the field that a problem came from. It compiles for every type, since a check beside it reports one that is no error.

use crate::error::BoxError;

/// A field by which a problem is explained to the log: the first of the traits below that has the method.
#[derive(Debug)]
pub struct Source<T>(pub T);

/// See [`Source`].
pub trait IsSource<T> {
    /// The field.
    fn source(self) -> T;
}

impl<T: Into<BoxError>> IsSource<T> for Source<T> {
    #[inline]
    fn source(self) -> T {
        self.0
    }
}

/// See [`Source`].
pub trait IsNoSource {
    /// Is never read.
    fn source(self) -> &'static str;
}

impl<T> IsNoSource for &Source<T> {
    fn source(self) -> &'static str {
        ""
    }
}

/// That a source is an error.
#[track_caller]
pub const fn source(is_source: bool) {
    if !is_source {
        panic!(
            "the source of a problem is an error, and this type is none\nhelp: implement `std::error::Error` for it, with `Send + Sync`; what the client is told is `#[problem(member)]`"
        );
    }
}
