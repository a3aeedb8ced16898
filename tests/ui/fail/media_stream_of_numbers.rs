//! A stream of what is neither bytes nor text.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{Stream, Streamed, get};

struct Numbers;

impl Stream for Numbers {
    type Item = u32;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u32>> {
        Poll::Ready(None)
    }
}

#[get("/numbers")]
fn numbers() -> Streamed<Numbers> {
//~             ^^^^^^^^^^^^^^^^^
    Streamed(Numbers)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![numbers]);
}
