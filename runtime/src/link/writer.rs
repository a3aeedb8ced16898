//! `PathWriter`: fills a route's path with values, each percent-encoded for the place where it stands.

use std::fmt::{self, Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::RoutePath;
#[cfg(feature = "server")]
use crate::route::Endpoint;
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

#[cfg(feature = "server")]
pub(super) fn encode_path(text: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(text, PATH)
}

/// The path of a route with these values: of its captures in the path's order, then of the query's parameters.
#[expect(
    clippy::needless_pass_by_value,
    reason = "they are borrows, and a reference more is one more in each expansion"
)]
pub fn write_path(route: &'static RouteInfo, values: impl Values) -> RoutePath {
    write_values(route, |writer| values.write(writer))
}

pub(super) fn write_values(route: &'static RouteInfo, values: impl FnOnce(&mut PathWriter)) -> RoutePath {
    let text = String::with_capacity(route.path.len() + 16);
    let mut writer = PathWriter { route, next: 0, text, queried: false };
    writer.literals();
    values(&mut writer);
    RoutePath { route, text: writer.text }
}

/// The same of a handler's route.
#[cfg(feature = "server")]
pub fn path_of<H: Endpoint>(values: impl Values) -> RoutePath {
    write_path(H::ROUTE, values)
}

/// A text as `path` takes it.
pub fn text(value: &impl AsRef<str>) -> &str {
    value.as_ref()
}

/// The values of a path: the first, and those behind it. (References to what writes would cost the compiler more, which checks
/// this wherever there is a handler.)
pub trait Values {
    /// Writes them.
    fn write(&self, writer: &mut PathWriter);
}

impl Values for () {
    fn write(&self, _: &mut PathWriter) {}
}

impl<V: Value, Others: Values> Values for (V, Others) {
    fn write(&self, writer: &mut PathWriter) {
        self.0.write(writer);
        self.1.write(writer);
    }
}

/// A value of a path, and where it stands.
pub trait Value {
    /// Writes it.
    fn write(&self, writer: &mut PathWriter);
}

/// The value of the next capture.
#[derive(Debug)]
pub struct Capture<'a, T: ?Sized>(pub &'a T);

/// A parameter of the query.
#[derive(Debug)]
pub struct Query<'a, T: ?Sized>(pub &'static str, pub &'a T);

/// A parameter of the query that may be missing.
#[derive(Debug)]
pub struct QueryOptional<'a, T: ?Sized>(pub &'static str, pub Option<&'a T>);

/// A parameter of the query that may repeat.
#[derive(Debug)]
pub struct QueryMany<'a, T>(pub &'static str, pub &'a [T]);

/// The same, of text.
#[derive(Debug)]
pub struct QueryTexts<'a, T>(pub &'static str, pub &'a [T]);

impl<T: ?Sized + Display> Value for Capture<'_, T> {
    fn write(&self, writer: &mut PathWriter) {
        writer.capture(self.0);
    }
}

impl<T: ?Sized + Display> Value for Query<'_, T> {
    fn write(&self, writer: &mut PathWriter) {
        writer.query(self.0, self.1);
    }
}

impl<T: ?Sized + Display> Value for QueryOptional<'_, T> {
    fn write(&self, writer: &mut PathWriter) {
        if let Some(value) = self.1 {
            writer.query(self.0, value);
        }
    }
}

impl<T: Display> Value for QueryMany<'_, T> {
    fn write(&self, writer: &mut PathWriter) {
        for value in self.1 {
            writer.query(self.0, value);
        }
    }
}

impl<T: AsRef<str>> Value for QueryTexts<'_, T> {
    fn write(&self, writer: &mut PathWriter) {
        for value in self.1 {
            writer.query(self.0, value.as_ref());
        }
    }
}

/// Fills the path of a route, piece after piece.
#[derive(Debug)]
pub struct PathWriter {
    route: &'static RouteInfo,
    next: usize,
    text: String,
    queried: bool,
}

impl PathWriter {
    fn literals(&mut self) {
        while let Some(Segment::Literal(text)) = self.route.segments.get(self.next) {
            self.text.push('/');
            self.text.extend(utf8_percent_encode(text, SEGMENT));
            self.next += 1;
        }
    }

    /// The value of the next capture, and what stands after it.
    fn capture<T: Display + ?Sized>(&mut self, value: &T) {
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
    }

    fn query<T: Display + ?Sized>(&mut self, name: &str, value: &T) {
        self.text.push(if self.queried { '&' } else { '?' });
        self.queried = true;
        self.text.extend(utf8_percent_encode(name, QUERY));
        self.text.push('=');
        self.encoded(value, QUERY);
    }

    /// The value of the parameter at a place, if it is given.
    ///
    /// # Panics
    /// Where a capture is not, which a proof beside the link has found.
    #[cfg(feature = "server")]
    pub(super) fn parameter<T: Display + ?Sized>(&mut self, value: Option<&T>, place: usize, keys: &[&str]) {
        let behind = place.checked_sub(self.route.captures.len());
        match (value, behind) {
            (Some(value), None) => self.capture(value),
            (Some(value), Some(behind)) => self.query(self.key(place, behind, keys), value),
            (None, None) => panic!("a link has been made without one of its parameters"),
            (None, Some(_)) => {}
        }
    }

    /// The values of a parameter that may repeat.
    #[cfg(feature = "server")]
    pub(super) fn parameters<T: Display>(&mut self, values: Option<&[T]>, place: usize, keys: &[&str]) {
        for value in values.unwrap_or_default() {
            self.parameter(Some(value), place, keys);
        }
    }

    /// The key of the query's parameter at a place, behind the captures.
    #[cfg(feature = "server")]
    fn key<'k>(&self, place: usize, behind: usize, keys: &[&'k str]) -> &'k str {
        let own = self.route.parameters.get(place).map_or("", |(name, _)| name);
        keys.get(behind).copied().unwrap_or(own)
    }

    fn encoded<T: Display + ?Sized>(&mut self, value: &T, set: &'static AsciiSet) {
        // Writing to a string does not fail.
        let _ = write!(Encoder { out: &mut self.text, set }, "{value}");
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
