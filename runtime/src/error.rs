//! `Error`: what can keep an app from starting or make it stop.

use std::fmt;

/// Any error that can cross threads: what a body's stream may fail with.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why an app could not start, or stopped serving.
///
/// It is for `main` to return, which prints it as a sentence; [`source`](std::error::Error::source) is the operating
/// system's own error.
pub struct Error {
    what: String,
    source: Option<BoxError>,
}

impl Error {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), source: None }
    }

    pub(crate) fn because(what: impl Into<String>, source: impl Into<BoxError>) -> Self {
        Self { what: what.into(), source: Some(source.into()) }
    }
}

/// As [`Display`](fmt::Display): what `main` returns is shown by this, and it is for people.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => write!(f, "{}: {source}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
