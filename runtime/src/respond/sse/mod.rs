//! `Sse`: events that the server sends as they come.

mod event;

pub use event::{Event, IntoEvent};

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, header};
use tokio::time::{Instant, Sleep};

use super::streamed::IsStream;
use super::{Facts, Responder, Response};
use crate::{Body, BoxError, head};

const EVENT_STREAM: HeaderValue = HeaderValue::from_static("text/event-stream");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
/// What a proxy such as nginx is told, which would else keep the events back until it has enough of them.
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");
const NO: HeaderValue = HeaderValue::from_static("no");

/// A stream of [`Event`]s, sent as they come (`text/event-stream`, the HTML standard, "Server-sent events"): what the
/// browser's `EventSource` reads.
///
/// The items are events, or a `Result` of them; one that is an error ends the connection, and the browser connects again. It
/// then says which [`Event::id`] it has seen last: [`LastEventId`](crate::LastEventId). Where nothing is said for 15 seconds
/// a comment is sent, so that whatever stands between does not take the connection for dead. The response is not to be
/// stored (`Cache-Control: no-store`) unless the route declares otherwise.
///
/// When the client has gone, the stream is dropped.
///
/// ```
/// use fingerpost::{App, Event, LastEventId, Sse, Stream, get, routes};
/// use futures_util::{StreamExt, stream};
///
/// #[get("/ticks")]
/// fn ticks(seen: Option<LastEventId>) -> Sse<impl Stream<Item = Event>> {
///     let seen: u32 = seen.and_then(|id| id.parse().ok()).unwrap_or(0);
///     Sse::new(stream::iter(seen + 1..=3).map(|tick| Event::data(format!("tick {tick}")).id(tick)))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![ticks]).test();
/// let response = app.get("/ticks").header("last-event-id", "1").send().await;
/// assert_eq!(response.header("content-type"), Some("text/event-stream"));
/// assert_eq!(response.text(), "id: 2\ndata: tick 2\n\nid: 3\ndata: tick 3\n\n");
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "events are not sent unless they are returned"]
pub struct Sse<S> {
    events: S,
    keep_alive: Option<Duration>,
}

impl<S> Sse<S> {
    /// These events.
    pub const fn new(events: S) -> Self {
        Self { events, keep_alive: Some(Duration::from_secs(15)) }
    }

    /// The time without an event after which a comment is sent; 15 seconds unless set. No time at all is taken for the
    /// shortest, a millisecond.
    pub const fn keep_alive(mut self, time: Duration) -> Self {
        self.keep_alive = Some(time);
        self
    }

    /// No comments where there is no event.
    pub const fn without_keep_alive(mut self) -> Self {
        self.keep_alive = None;
        self
    }
}

impl<S> Responder for Sse<S>
where
    S: IsStream<Of: IntoEvent> + Send + 'static,
{
    const FACTS: Facts = Facts::new().stream();

    fn respond(self, response: &mut Response) {
        let headers = response.headers_mut();
        head::set(headers, header::CONTENT_TYPE, EVENT_STREAM);
        head::set(headers, header::CACHE_CONTROL, NO_STORE);
        head::set(headers, BUFFERING, NO);
        let time = self.keep_alive.map(|time| time.max(Duration::from_millis(1)));
        *response.body_mut() = Body::from_stream(Events { events: self.events, time, silence: None });
    }
}

pin_project_lite::pin_project! {
    /// The events as they are sent, and a comment after each time of silence.
    struct Events<S> {
        #[pin]
        events: S,
        time: Option<Duration>,
        // Boxed, since there is none until the events keep us waiting.
        silence: Option<Pin<Box<Sleep>>>,
    }
}

impl<S: futures_core::Stream<Item: IntoEvent>> futures_core::Stream for Events<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.project();
        let event = this.events.poll_next(context);
        let Some(time) = *this.time else {
            return event.map(|event| event.map(IntoEvent::into_bytes));
        };
        if let Poll::Ready(event) = event {
            if let Some(silence) = this.silence {
                silence.as_mut().reset(Instant::now() + time);
            }
            return Poll::Ready(event.map(IntoEvent::into_bytes));
        }
        let silence = this.silence.get_or_insert_with(|| Box::pin(tokio::time::sleep(time)));
        ready!(silence.as_mut().poll(context));
        silence.as_mut().reset(Instant::now() + time);
        Poll::Ready(Some(Ok(Bytes::from_static(b":\n\n"))))
    }
}
