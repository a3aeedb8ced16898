//! The server that is soaked.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::{App, Error, Stream, Streamed, get, post, routes};

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/wait")]
async fn wait() -> &'static str {
    tokio::time::sleep(Duration::from_millis(5)).await;
    "waited"
}

#[post("/echo")]
async fn echo(body: Bytes) -> Bytes {
    body
}

#[post("/small", body_limit = "1 KiB")]
async fn small(body: Bytes) -> String {
    body.len().to_string()
}

#[get("/long")]
fn long() -> Bytes {
    Bytes::from_static(&[b'x'; 4 * 1024 * 1024])
}

#[get("/panics")]
async fn panics() -> &'static str {
    panic!("as it should")
}

#[get("/bomb")]
fn bomb() -> Streamed<Bomb> {
    Streamed(Bomb)
}

/// A stream that panics.
struct Bomb;

impl Stream for Bomb {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        panic!("as it should")
    }
}

#[post("/detached", detached)]
async fn detached() -> &'static str {
    tokio::time::sleep(Duration::from_millis(20)).await;
    "done"
}

pub(crate) fn run_with_defaults() -> Result<(), Error> {
    App::new(routes![root]).run("127.0.0.1:0")
}

/// Short times, so that each limit is met many times.
pub(crate) fn run() -> Result<(), Error> {
    std::panic::set_hook(Box::new(|_| {}));
    App::new(routes![root, wait, echo, small, long, panics, bomb, detached])
        .header_timeout(Duration::from_secs(2))
        .write_timeout(Duration::from_secs(2))
        .body_rate(1_000, Duration::from_secs(1))
        .timeout(Duration::from_secs(5))
        .shutdown_timeout(Duration::from_secs(10))
        .run("127.0.0.1:0")
}
