//! Streams that panic.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{Stream, Streamed};

use super::*;

/// Some text, a moment's rest, then a panic.
struct Bomb(u8);

impl Stream for Bomb {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0 = self.0.checked_sub(1).expect("a secret");
        if self.0 == 0 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Ok("tick ")))
    }
}

#[get("/bomb")]
fn bomb() -> Streamed<Bomb> {
    Streamed(Bomb(3))
}

#[tokio::test]
async fn a_panic_in_a_stream_ends_that_stream_alone() {
    let server = serve(App::new(routes![root, bomb])).await;
    let mut neighbour = server.connect().await;
    assert_eq!(neighbour.request("GET", "/").await.text(), "root");
    let mut client = server.connect().await;
    client.send("GET", "/bomb", &[], b"").await;
    let came = client.all_that_comes().await;
    assert!(came.starts_with("HTTP/1.1 200 OK\r\n"), "{came}");
    // Without its last chunk the body is incomplete, and nothing says why.
    assert!(!came.ends_with("0\r\n\r\n") && !came.contains("secret"), "{came}");
    assert_eq!(neighbour.request("GET", "/").await.text(), "root");
    server.stopped().await.expect("nothing was cut");
}
