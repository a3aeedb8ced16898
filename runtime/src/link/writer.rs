//! `PathWriter`: fills a route's path with values, each percent-encoded for the place where it stands.

use std::fmt::{self, Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::RoutePath;
use crate::route::{RouteInfo, Segment};

/// Everything but `pchar` (RFC 3986 §3.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// A whole path keeps its slashes.
const PATH: &AsciiSet = &SEGMENT.remove(b'/');

/// What a form's decoder would not read as itself.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn encode_path(text: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(text, PATH)
}

/// A value that can stand in a URL: everything that prints.
pub trait PathValue<'v> {
    /// Prints it, undecorated.
    ///
    /// # Errors
    /// Those of the sink.
    fn print(&self, out: &mut dyn Write) -> fmt::Result;
}

impl<T: Display + ?Sized> PathValue<'_> for T {
    fn print(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// Writes the path of a route, piece after piece: captures in the path's order, then the query's parameters.
#[derive(Debug)]
pub struct PathWriter {
    route: &'static RouteInfo,
    next: usize,
    text: String,
    queried: bool,
}

impl PathWriter {
    /// Starts with what stands before the first capture.
    #[must_use]
    pub fn new(route: &'static RouteInfo) -> Self {
        let mut writer =
            Self { route, next: 0, text: String::with_capacity(route.path.len() + 16), queried: false };
        writer.literals();
        writer
    }

    fn literals(&mut self) {
        while let Some(Segment::Literal(text)) = self.route.segments.get(self.next) {
            self.text.push('/');
            self.text.extend(utf8_percent_encode(text, SEGMENT));
            self.next += 1;
        }
    }

    /// The value of the next capture, and what stands after it.
    #[must_use]
    pub fn capture<'v, T: PathValue<'v> + ?Sized>(mut self, value: &T) -> Self {
        let segment = self.route.segments.get(self.next).copied();
        self.text.push('/');
        match segment {
            Some(Segment::Partial(before, after)) => {
                self.text.extend(utf8_percent_encode(before, SEGMENT));
                self.encoded(value, SEGMENT);
                self.text.extend(utf8_percent_encode(after, SEGMENT));
            }
            Some(Segment::Rest | Segment::RestOrNothing) => self.encoded(value, PATH),
            _ => self.encoded(value, SEGMENT),
        }
        self.next += 1;
        self.literals();
        self
    }

    /// A parameter of the query.
    #[must_use]
    pub fn query<'v, T: PathValue<'v> + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.text.push(if self.queried { '&' } else { '?' });
        self.queried = true;
        self.text.extend(utf8_percent_encode(name, QUERY));
        self.text.push('=');
        self.encoded(value, QUERY);
        self
    }

    /// A parameter of the query that may be missing.
    #[must_use]
    pub fn query_optional<'v, T: PathValue<'v> + ?Sized>(self, name: &str, value: Option<&T>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// A parameter of the query that may repeat.
    #[must_use]
    pub fn query_many<'v, T: PathValue<'v>>(self, name: &str, values: &[T]) -> Self {
        values.iter().fold(self, |writer, value| writer.query(name, value))
    }

    /// The same, of text.
    #[must_use]
    pub fn query_texts<T: AsRef<str>>(self, name: &str, values: &[T]) -> Self {
        values.iter().fold(self, |writer, value| writer.query(name, value.as_ref()))
    }

    fn encoded<'v, T: PathValue<'v> + ?Sized>(&mut self, value: &T, set: &'static AsciiSet) {
        // Writing to a string does not fail.
        let _ = value.print(&mut Encoder { out: &mut self.text, set });
    }

    /// The path.
    #[must_use]
    pub fn finish(self) -> RoutePath {
        RoutePath { route: self.route, text: self.text }
    }
}

struct Encoder<'a> {
    out: &'a mut String,
    set: &'static AsciiSet,
}

impl Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.out.extend(utf8_percent_encode(text, self.set));
        Ok(())
    }
}
