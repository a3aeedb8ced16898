//! HTTP/2: by prior knowledge on the port of HTTP/1.1, within bounds, and its end.

mod support;

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::http::{Request, StatusCode, Version};
use fingerpost::{App, ClientAddr, Stream, Streamed, get, post, routes};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http2::{SendRequest, handshake};
use hyper_util::rt::{TokioExecutor, TokioIo};
use support::{Gate, Server, gate, serve, soon};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

type Sender = SendRequest<Full<Bytes>>;

const LIMIT: Duration = Duration::from_millis(200);

#[get("/")]
fn root(version: Version, _: ClientAddr) -> String {
    format!("{version:?}")
}

#[post("/echo")]
async fn echo(body: String) -> String {
    body
}

/// One word, then a panic.
struct Bomb(bool);

impl Stream for Bomb {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        assert!(!std::mem::replace(&mut self.0, true), "with a secret");
        Poll::Ready(Some(Ok("tick")))
    }
}

#[get("/bomb")]
fn bomb() -> Streamed<Bomb> {
    Streamed(Bomb(false))
}

#[get("/never", timeout = "50 ms")]
async fn never() {
    std::future::pending::<()>().await;
}

async fn connect(server: &Server) -> (Sender, JoinHandle<()>) {
    let stream = TcpStream::connect(server.address).await.expect("the server listens");
    let shaken = handshake(TokioExecutor::new(), TokioIo::new(stream)).await;
    let (sender, connection) = shaken.expect("a handshake");
    let ended = tokio::spawn(async move {
        let _ = connection.await;
    });
    (sender, ended)
}

/// The status and the whole body, or that the stream broke.
async fn ask(sender: &Sender, request: Request<Full<Bytes>>) -> Result<(StatusCode, String), hyper::Error> {
    let response = soon("the response", sender.clone().send_request(request)).await?;
    assert_eq!(response.version(), Version::HTTP_2);
    let status = response.status();
    let body = soon("the body", response.into_body().collect()).await?.to_bytes();
    Ok((status, String::from_utf8(body.to_vec()).expect("text")))
}

fn request(method: &str, target: &str, body: &'static str) -> Request<Full<Bytes>> {
    let request = Request::builder().method(method).uri(format!("http://fingerpost.test{target}"));
    request.body(Full::from(body)).expect("a request")
}

async fn gives(sender: &Sender, target: &str, body: &str) {
    let (status, text) = ask(sender, request("GET", target, "")).await.expect("an answer");
    assert_eq!((status, text.as_str()), (StatusCode::OK, body), "{target}");
}

#[tokio::test]
async fn is_spoken_beside_http_1() {
    let server = serve(App::new(routes![root, echo, never])).await;
    let (sender, _) = connect(&server).await;
    gives(&sender, "/", "HTTP/2.0").await;
    let echoed = ask(&sender, request("POST", "/echo", "hello")).await.expect("an answer");
    assert_eq!(echoed, (StatusCode::OK, "hello".to_owned()));
    for (target, status) in [("/nowhere", 404), ("/never", 503)] {
        let (answered, document) = ask(&sender, request("GET", target, "")).await.expect("an answer");
        assert_eq!(answered, status);
        assert!(document.contains(&format!("\"status\":{status}")), "{document}");
    }
    server.gives(&[("/", "HTTP/1.1")]).await;
}

#[tokio::test]
async fn a_preface_in_pieces_is_understood() {
    let server = serve(App::new(routes![root])).await;
    let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
    stream.set_nodelay(true).expect("a socket without delay");
    for piece in [&b"PRI * HT"[..], b"TP/2.0\r\n\r\nSM\r\n", b"\r\n"] {
        stream.write_all(piece).await.expect("the server reads");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut settings = [0; 9];
    soon("its settings", stream.read_exact(&mut settings)).await.expect("a frame");
    assert_eq!(settings[3], 4);
}

#[tokio::test]
async fn a_part_of_the_preface_that_nothing_follows_is_no_http() {
    let server = serve(App::new(routes![root])).await;
    for part in [&b"P"[..], b"PRI * HTTP/2.0\r\n\r\nSM"] {
        let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
        stream.write_all(part).await.expect("the server reads");
        stream.shutdown().await.expect("an end");
        let mut came = Vec::new();
        soon("the connection's end", stream.read_to_end(&mut came)).await.expect("an end in order");
        assert!(came.is_empty() || came.starts_with(b"HTTP/1.1 "), "{came:?}");
    }
}

#[tokio::test]
async fn streams_do_not_wait_for_each_other() {
    let state = Gate::default();
    let server = serve(App::new(routes![root, gate]).state(state.clone())).await;
    let (sender, _) = connect(&server).await;
    let waiting = tokio::spawn({
        let sender = sender.clone();
        async move { ask(&sender, request("GET", "/gate", "")).await }
    });
    soon("the handler", state.entered.notified()).await;
    gives(&sender, "/", "HTTP/2.0").await;
    state.open.notify_one();
    let (_, text) = waiting.await.expect("no panic").expect("an answer");
    assert_eq!(text, "through");
}

#[tokio::test]
async fn a_panic_in_a_stream_ends_that_stream_alone() {
    let server = serve(App::new(routes![root, bomb])).await;
    let (sender, _) = connect(&server).await;
    assert!(ask(&sender, request("GET", "/bomb", "")).await.is_err());
    gives(&sender, "/", "HTTP/2.0").await;
}

#[tokio::test]
async fn goes_away_when_the_server_stops_and_answers_what_is_open() {
    let state = Gate::default();
    let server = serve(App::new(routes![root, gate]).state(state.clone())).await;
    let ((sender, ended), (_idle, idle_ended)) = (connect(&server).await, connect(&server).await);
    let waiting = tokio::spawn(async move { ask(&sender, request("GET", "/gate", "")).await });
    soon("the handler", state.entered.notified()).await;
    let stopping = server.stop();
    soon("the idle connection's end", idle_ended).await.expect("no panic");
    assert!(!ended.is_finished());
    state.open.notify_one();
    let (_, text) = waiting.await.expect("no panic").expect("an answer");
    assert_eq!(text, "through");
    soon("the connection's end", ended).await.expect("no panic");
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}

#[tokio::test]
async fn an_idle_connection_ends() {
    let state = Gate::default();
    let app = App::new(routes![root, gate]).state(state.clone()).header_timeout(LIMIT);
    let server = serve(app).await;
    let (sender, ended) = connect(&server).await;
    gives(&sender, "/", "HTTP/2.0").await;
    soon("its end", ended).await.expect("no panic");

    let (sender, ended) = connect(&server).await;
    let waiting = tokio::spawn(async move { ask(&sender, request("GET", "/gate", "")).await });
    soon("the handler", state.entered.notified()).await;
    tokio::time::sleep(LIMIT * 2).await;
    assert!(!ended.is_finished(), "one with an open stream is not idle");
    state.open.notify_one();
    assert!(waiting.await.expect("no panic").is_ok());
}

#[tokio::test]
async fn headers_that_are_too_long_are_answered_with_431() {
    let server = serve(App::new(routes![root]).header_limit(8 * 1024)).await;
    let (sender, _) = connect(&server).await;
    let mut long = request("GET", "/", "");
    for index in 0..20 {
        let name = fingerpost::HeaderName::try_from(format!("x-{index}")).expect("a name");
        long.headers_mut().insert(name, "y".repeat(1_000).parse().expect("a value"));
    }
    match ask(&sender, long).await {
        Ok((status, _)) => assert_eq!(status, 431),
        Err(error) => assert!(error.is_user(), "the client knows the limit itself: {error:?}"),
    }
    gives(&sender, "/", "HTTP/2.0").await;
}

#[tokio::test]
async fn more_streams_than_allowed_wait() {
    let state = Gate::default();
    let server = serve(App::new(routes![root, gate]).state(state.clone()).streams(2)).await;
    let (sender, _) = connect(&server).await;
    gives(&sender, "/", "HTTP/2.0").await;
    let asked: Vec<_> = (0..3)
        .map(|_| {
            let sender = sender.clone();
            tokio::spawn(async move { ask(&sender, request("GET", "/gate", "")).await })
        })
        .collect();
    for _ in 0..2 {
        soon("a handler", state.entered.notified()).await;
    }
    assert!(tokio::time::timeout(Duration::from_millis(100), state.entered.notified()).await.is_err());
    for _ in 0..3 {
        state.open.notify_one();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    for asked in asked {
        assert!(soon("an answer", asked).await.expect("no panic").is_ok());
    }
}
