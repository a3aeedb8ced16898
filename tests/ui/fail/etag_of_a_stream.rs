//! A tag of what is sent, which is known when it has ended.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{Event, Sse, Stream, get};

struct Quiet;

impl Stream for Quiet {
    type Item = Event;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Event>> {
        Poll::Ready(None)
    }
}

#[get("/events", etag)]
//~              ^^^^
fn events() -> Sse<Quiet> {
    Sse::new(Quiet)
}

fn main() {}
