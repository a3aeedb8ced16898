//! `Event`: one event of a stream, written so that nothing in it can be taken for another.

use std::fmt::{Display, Write};
use std::time::Duration;

use bytes::Bytes;
use serde::Serialize;

use crate::BoxError;

/// One event of [`Sse`](crate::Sse).
///
/// What is said may be anything: data and comments of several lines are sent as several, and come out as one text with `\n`
/// between them. A name or id with a line break in it, which would be read as something else, is not sent: the stream ends
/// with an error there.
///
/// ```
/// use std::time::Duration;
/// use fingerpost::{Event, IntoEvent};
///
/// let event = Event::data("one\ntwo").event("news").id(7).retry(Duration::from_secs(3));
/// assert_eq!(event.into_bytes().unwrap(), "event: news\nid: 7\nretry: 3000\ndata: one\ndata: two\n\n");
/// assert!(Event::data("x").id("7\ndata: forged").into_bytes().is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "an event is not sent unless it is an item of the stream"]
pub struct Event {
    event: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
    data: Option<String>,
    comment: Option<String>,
}

impl Event {
    /// An event that says this text: `MessageEvent.data` in the browser.
    pub fn data(text: impl Into<String>) -> Self {
        Self { data: Some(text.into()), ..Self::default() }
    }

    /// An event that says this value, as JSON.
    ///
    /// # Errors
    /// Where the value cannot be written as JSON, such as a map whose keys are no text.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(Self::data)
    }

    /// No event: a text that the browser passes over.
    pub fn comment(text: impl Into<String>) -> Self {
        Self { comment: Some(text.into()), ..Self::default() }
    }

    /// The event's name, by which the browser tells its listeners apart; `message` unless set.
    pub fn event(mut self, name: impl Into<String>) -> Self {
        self.event = Some(name.into());
        self
    }

    /// What the client sends back as [`LastEventId`](crate::LastEventId) when it connects again.
    pub fn id(mut self, id: impl Display) -> Self {
        self.id = Some(id.to_string());
        self
    }

    /// The time that the client waits before it connects again, in whole milliseconds; it keeps to it from now on.
    pub const fn retry(mut self, time: Duration) -> Self {
        self.retry = Some(time);
        self
    }

    fn write(&self) -> Result<String, BoxError> {
        let mut text = String::new();
        if let Some(comment) = &self.comment {
            lines(&mut text, ": ", comment);
        }
        if let Some(event) = &self.event {
            line(&mut text, "event: ", one_line(event, "name")?);
        }
        if let Some(id) = &self.id {
            line(&mut text, "id: ", one_line(id, "id")?);
        }
        if let Some(retry) = self.retry {
            writeln!(text, "retry: {}", retry.as_millis())?;
        }
        if let Some(data) = &self.data {
            lines(&mut text, "data: ", data);
        }
        text.push('\n');
        Ok(text)
    }
}

/// A client passes over an id with a NUL, and would come back with the one before.
fn one_line<'t>(text: &'t str, what: &str) -> Result<&'t str, BoxError> {
    match text.contains(['\r', '\n', '\0']) {
        true => Err(format!("the {what} of an event has a line break or a NUL in it: {text:?}").into()),
        false => Ok(text),
    }
}

/// Each line of a text; a line ends with CR LF, CR or LF.
fn lines(out: &mut String, field: &str, text: &str) {
    let mut rest = text;
    while let Some(end) = rest.find(['\r', '\n']) {
        line(out, field, &rest[..end]);
        let after = if rest[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
        rest = &rest[after..];
    }
    line(out, field, rest);
}

fn line(out: &mut String, field: &str, text: &str) {
    out.extend([field, text, "\n"]);
}

/// What [`Sse`](crate::Sse) is made of: an [`Event`], or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event\nhelp: a stream of `Event`, such as `Event::data(\"text\")`, or of a `Result` of it",
    label = "not an event"
)]
pub trait IntoEvent {
    /// The event as it is sent.
    ///
    /// # Errors
    /// Where there is none, or one that cannot be sent: the stream ends there, unfinished.
    fn into_bytes(self) -> Result<Bytes, BoxError>;
}

#[diagnostic::do_not_recommend]
impl IntoEvent for Event {
    fn into_bytes(self) -> Result<Bytes, BoxError> {
        self.write().map(Bytes::from)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Into<BoxError>> IntoEvent for Result<Event, E> {
    fn into_bytes(self) -> Result<Bytes, BoxError> {
        self.map_err(Into::into)?.into_bytes()
    }
}
