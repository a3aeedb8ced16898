//! Events that are texts.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{Stream, Sse, get};

struct Texts;

impl Stream for Texts {
    type Item = String;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<String>> {
        Poll::Ready(None)
    }
}

#[get("/texts")]
fn texts() -> Sse<Texts> {
//~           ^^^^^^^^^^
    Sse::new(Texts)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![texts]);
}
