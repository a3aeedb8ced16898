//! A server that stops: what takes long is told, what is idle is closed, what is under way is answered.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{Shutdown, Stream, Streamed};

use super::*;

type Waiting = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Text, silence, and a farewell.
struct News {
    begun: bool,
    end: Option<Waiting>,
}

impl Stream for News {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if !std::mem::replace(&mut self.begun, true) {
            return Poll::Ready(Some(Ok("news ")));
        }
        let Some(end) = &mut self.end else { return Poll::Ready(None) };
        std::task::ready!(end.as_mut().poll(context));
        self.end = None;
        Poll::Ready(Some(Ok("farewell")))
    }
}

#[get("/news")]
fn news(shutdown: Shutdown) -> Streamed<News> {
    assert!(!shutdown.has_begun());
    Streamed(News { begun: false, end: Some(Box::pin(async move { shutdown.begun().await })) })
}

#[get("/slow")]
async fn slow() -> &'static str {
    sleep(ms(150)).await;
    "slow"
}

#[tokio::test]
async fn tells_what_takes_long() {
    let server = serve(App::new(routes![root, news])).await;
    let mut client = server.connect().await;
    client.send("GET", "/news", &[], b"").await;
    client.read_until("news ").await;
    let stopping = server.stop();
    assert!(client.all_that_comes().await.ends_with("farewell\r\n0\r\n\r\n"));
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}

#[tokio::test]
async fn says_close_in_what_is_under_way() {
    let server = serve(App::new(routes![root, slow])).await;
    let mut client = server.connect().await;
    client.send("GET", "/slow", &[], b"").await;
    sleep(ms(50)).await;
    let stopping = server.stop();
    let response = client.response().await;
    assert_eq!((response.text().as_str(), response.header("connection")), ("slow", Some("close")));
    assert!(client.is_closed().await);
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}

#[tokio::test]
async fn closes_at_once_who_asks_for_nothing() {
    let server = serve(App::new(routes![root])).await;
    let (mut idle, mut silent) = (server.connect().await, server.connect().await);
    assert_eq!(idle.request("GET", "/").await.text(), "root");
    sleep(ms(600)).await;
    let (since, stopping) = (std::time::Instant::now(), server.stop());
    assert!(idle.is_closed().await);
    assert!(silent.is_closed().await);
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
    assert!(since.elapsed() < ms(400), "{:?}", since.elapsed());
}

#[tokio::test]
async fn waits_a_moment_for_who_has_just_come() {
    let server = serve(App::new(routes![root])).await;
    let (mut new, mut silent) = (server.connect().await, server.connect().await);
    sleep(ms(30)).await;
    let (since, stopping) = (std::time::Instant::now(), server.stop());
    sleep(ms(50)).await;
    let response = new.request("GET", "/").await;
    assert_eq!((response.text().as_str(), response.header("connection")), ("root", Some("close")));
    assert!(silent.is_closed().await);
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
    assert!(since.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn answers_a_request_of_which_a_part_has_come() {
    let server = serve(App::new(routes![root])).await;
    let (mut kept, mut new) = (server.connect().await, server.connect().await);
    assert_eq!(kept.request("GET", "/").await.text(), "root");
    for client in [&mut kept, &mut new] {
        client.write(b"GET / HTTP/1.1\r\nhost: ").await;
    }
    sleep(ms(30)).await;
    let stopping = server.stop();
    sleep(ms(100)).await;
    for mut client in [kept, new] {
        client.write(b"a\r\n\r\n").await;
        let response = client.response().await;
        assert_eq!((response.text().as_str(), response.header("connection")), ("root", Some("close")));
        assert!(client.is_closed().await);
    }
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}

#[tokio::test]
async fn answers_who_had_connected_before() {
    let server = serve(App::new(routes![root]).connections(1)).await;
    let mut held = server.connect().await;
    assert_eq!(held.request("GET", "/").await.text(), "root");
    // In the system's queue, since there is no room.
    let mut queued = server.connect().await;
    queued.send("GET", "/", &[], b"").await;
    sleep(ms(30)).await;
    let stopping = server.stop();
    assert_eq!(queued.response().await.text(), "root");
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}
