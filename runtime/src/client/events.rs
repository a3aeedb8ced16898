//! `Events`: what an `Sse` sends, read as it comes (the HTML standard, "Server-sent events").

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http_body::Body as _;

use crate::{Body, BoxError};

/// What one event may hold: a stream that never ends one is no stream of events.
const LONGEST_EVENT: usize = 1 << 20;

/// The events of an [`Sse`](crate::Sse), as they come: a [`Stream`], which ends where the server ends it.
///
/// A client that connects again says which event it has seen last, where the handler takes a
/// [`LastEventId`](crate::LastEventId).
#[derive(Debug)]
pub struct Events {
    body: Body,
    parser: Parser,
    is_over: bool,
}

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedEvent {
    /// Its kind; empty is `message`.
    pub event: String,
    /// Its data, lines joined by `\n`.
    pub data: String,
    /// The last id that was sent, with this event or before it; empty where none was.
    pub id: String,
    /// How long to wait before connecting again, where the server said so with this event.
    pub retry: Option<Duration>,
}

impl Events {
    pub(super) fn new(body: Body) -> Self {
        Self { body, parser: Parser::default(), is_over: false }
    }

    /// The next event; `None` where the server has ended the stream.
    ///
    /// # Errors
    /// Where the connection fails, or what comes is no stream of events.
    pub async fn next(&mut self) -> Option<Result<ReceivedEvent, BoxError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl Stream for Events {
    type Item = Result<ReceivedEvent, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(event) = this.parser.ready.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            if this.is_over {
                return Poll::Ready(None);
            }
            match ready!(Pin::new(&mut this.body).poll_frame(context)) {
                None => this.is_over = true,
                Some(Ok(frame)) => {
                    if let Ok(bytes) = frame.into_data() {
                        this.parser.read(&bytes);
                    }
                    if this.parser.is_too_long() {
                        this.is_over = true;
                        let message = format!("an event is longer than {LONGEST_EVENT} bytes");
                        return Poll::Ready(Some(Err(message.into())));
                    }
                }
                Some(Err(error)) => {
                    this.is_over = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

/// Bytes to lines, lines to events.
#[derive(Debug, Default)]
struct Parser {
    line: Vec<u8>,
    event: ReceivedEvent,
    has_data: bool,
    last_was_cr: bool,
    is_begun: bool,
    ready: VecDeque<ReceivedEvent>,
}

impl Parser {
    fn is_too_long(&self) -> bool {
        self.line.len() + self.event.data.len() > LONGEST_EVENT
    }

    fn read(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            // CR LF is one end of a line.
            let ends_twice = byte == b'\n' && self.last_was_cr;
            self.last_was_cr = byte == b'\r';
            match byte {
                b'\n' if ends_twice => {}
                b'\n' | b'\r' => {
                    let line = std::mem::take(&mut self.line);
                    let line = String::from_utf8_lossy(&line);
                    let is_first = !std::mem::replace(&mut self.is_begun, true);
                    self.line(if is_first { line.trim_start_matches('\u{feff}') } else { &line });
                }
                _ => self.line.push(byte),
            }
        }
    }

    fn line(&mut self, line: &str) {
        if line.is_empty() {
            return self.dispatch();
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut self.event.event),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.event.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment, whose name is empty, or a field of a later version.
            _ => {}
        }
    }

    /// An empty line: the event is whole. One without data is none.
    fn dispatch(&mut self) {
        let next = ReceivedEvent { id: self.event.id.clone(), ..ReceivedEvent::default() };
        let event = std::mem::replace(&mut self.event, next);
        if std::mem::take(&mut self.has_data) {
            self.ready.push_back(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Parser;

    fn events(text: &str) -> Vec<(String, String, String)> {
        let mut parser = Parser::default();
        for byte in text.as_bytes() {
            parser.read(&[*byte]);
        }
        parser.ready.into_iter().map(|event| (event.event, event.data, event.id)).collect()
    }

    fn event(event: &str, data: &str, id: &str) -> (String, String, String) {
        (event.to_owned(), data.to_owned(), id.to_owned())
    }

    #[test]
    fn lines_end_in_three_ways_and_comments_are_none() {
        let read =
            events("\u{feff}data: a\r\ndata:b\r\r: ping\n\nevent: tick\nid: 7\ndata\n\ndata: c\n\nid: 8\n\n");
        assert_eq!(read, [event("", "a\nb", ""), event("tick", "", "7"), event("", "c", "7")]);
    }

    #[test]
    fn what_is_not_whole_is_no_event() {
        assert_eq!(events("data: a\n"), []);
        assert_eq!(events("data: a"), []);
    }
}
