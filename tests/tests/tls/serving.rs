//! Requests and answers behind TLS: HTTP/1.1, HTTP/2, WebSockets, and their ends.

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::bytes::Bytes;
use fingerpost::http::{Request, Version};
use fingerpost::{ClientAddr, Message, Stream, Streamed, SwitchingProtocols, WebSocket, WebSocketUpgrade};
use futures_util::{SinkExt, StreamExt};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::AsyncWriteExt;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::Message as Sent;

use super::support::{Gate, gate};
use super::*;

#[get("/who")]
fn who(client: ClientAddr, version: Version) -> String {
    format!("{} {version:?}", client.0)
}

#[tokio::test]
async fn requests_are_answered_on_a_connection_that_is_kept_and_closed_in_order() {
    let server = serve(secure(App::new(routes![root, who, echo]))).await;
    let mut client = connect(&server).await;
    let address = client.stream().get_ref().0.local_addr().expect("an address");
    for _ in 0..2 {
        assert_eq!(client.request("GET", "/").await.text(), "root");
        assert_eq!(client.request("GET", "/who").await.text(), format!("{address} HTTP/1.1"));
    }
    assert_eq!(client.request("HEAD", "/").await.header("content-length"), Some("4"));
    assert_eq!(client.request("GET", "/nowhere").await.status, 404);
    // An end without a close_notify would be an error here.
    assert_eq!(client.only("GET", "/", &[], b"").await.text(), "root");
    server.stopped().await.expect("nothing is cut");
}

#[tokio::test]
async fn tls_1_2_is_spoken_too() {
    let server = serve(secure(App::new(routes![root]))).await;
    for version in [&fingerpost::rustls::version::TLS12, &fingerpost::rustls::version::TLS13] {
        let mut roots = RootCertStore::empty();
        roots.add(CERTIFICATE.der.clone()).expect("a certificate");
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_protocol_versions(&[version]).expect("a version");
        let config = builder.with_root_certificates(roots).with_no_client_auth();
        let stream = try_shake(&server, config).await.expect("a handshake");
        assert_eq!(stream.get_ref().1.protocol_version(), Some(version.version));
        assert_eq!(stream.get_ref().1.alpn_protocol(), None);
        assert_eq!(Client::over(stream).only("GET", "/", &[], b"").await.text(), "root");
    }
}

#[tokio::test]
async fn large_bodies_go_both_ways() {
    let server = serve(secure(App::new(routes![echo]))).await;
    let mut client = connect(&server).await;
    let body = "0123456789abcdef".repeat(256 * 1024);
    for _ in 0..2 {
        client.send("POST", "/echo", &[], body.as_bytes()).await;
        let response = client.response().await;
        assert_eq!(response.status, 200);
        assert!(response.text() == body);
    }
}

#[tokio::test]
async fn requests_that_come_together_are_answered_in_turn() {
    let server = serve(secure(App::new(routes![root, echo, gate])).state(Gate::default())).await;
    let mut client = connect(&server).await;
    let get = "GET / HTTP/1.1\r\nhost: a\r\n\r\n";
    let post = "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\nabc";
    client.write(format!("{get}{post}{get}GET /nowhere HTTP/1.1\r\nhost: a\r\n\r\n{get}").as_bytes()).await;
    for expected in ["root", "abc", "root"] {
        assert_eq!(client.response().await.text(), expected);
    }
    assert_eq!(client.response().await.status, 404);
    assert_eq!(client.response().await.text(), "root");
    // Hundreds, of which no record has all.
    client.write(get.repeat(1_000).as_bytes()).await;
    for _ in 0..1_000 {
        assert_eq!(client.response().await.text(), "root");
    }
}

#[tokio::test]
async fn an_answer_that_is_held_is_sent_before_a_handler_is_waited_for() {
    let gate_ = Gate::default();
    let server = serve(secure(App::new(routes![root, gate])).state(gate_.clone())).await;
    let mut client = connect(&server).await;
    client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET /gate HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert_eq!(client.response().await.text(), "root");
    gate_.open.notify_one();
    assert_eq!(client.response().await.text(), "through");
}

#[tokio::test]
async fn http_2_is_spoken_where_both_sides_do() {
    let server = serve(secure(App::new(routes![who, echo]))).await;
    let stream = shake(&server, &["h2", "http/1.1"]).await;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let shaken = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.expect("a handshake");
    let ended = tokio::spawn(connection);
    let body = "0123456789abcdef".repeat(64 * 1024);
    for (method, target) in [("GET", "/who"), ("POST", "/echo")] {
        let sent = if method == "GET" { String::new() } else { body.clone() };
        let request = Request::builder().method(method).uri(format!("https://fingerpost.test{target}"));
        let request = request.body(Full::new(Bytes::from(sent))).expect("a request");
        let response = soon("the response", sender.send_request(request)).await.expect("a response");
        assert_eq!(response.status(), 200);
        let came = soon("the body", response.into_body().collect()).await.expect("a body").to_bytes();
        assert!(if method == "GET" { came.ends_with(b"HTTP/2.0") } else { came == body });
    }
    server.stopped().await.expect("nothing is cut");
    soon("the end", ended).await.expect("no panic").expect("the end is in order");
}

#[tokio::test]
async fn http_2_is_not_offered_where_there_are_no_streams() {
    let server = serve(secure(App::new(routes![who]).streams(0))).await;
    let stream = shake(&server, &["h2", "http/1.1"]).await;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    assert!(Client::over(stream).only("GET", "/who", &[], b"").await.text().ends_with("HTTP/1.1"));
    let config = CERTIFICATE.trusted(&["h2"]);
    let error = try_shake(&server, config).await.expect_err("nothing in common").to_string();
    assert!(error.contains("NoApplicationProtocol"), "{error}");
}

/// Words, each when the gate opens.
struct Words(Gate, u8, Option<Pin<Box<dyn Future<Output = ()> + Send>>>);

impl Stream for Words {
    type Item = Result<String, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.1 == 0 {
            return Poll::Ready(None);
        }
        if self.2.is_none() {
            let open = self.0.open.clone();
            self.2 = Some(Box::pin(async move { open.notified().await }));
        }
        std::task::ready!(self.2.as_mut().expect("it is there").as_mut().poll(context));
        (self.1, self.2) = (self.1 - 1, None);
        Poll::Ready(Some(Ok(format!("word {}\n", self.1))))
    }
}

#[get("/words")]
fn words(gate: &Gate) -> Streamed<Words> {
    Streamed(Words(gate.clone(), 3, None))
}

#[tokio::test]
async fn what_is_streamed_comes_as_it_is_made() {
    let gate = Gate::default();
    let server = serve(secure(App::new(routes![words])).state(gate.clone())).await;
    let mut client = connect(&server).await;
    client.send("GET", "/words", &[], b"").await;
    for word in ["word 2", "word 1", "word 0"] {
        gate.open.notify_one();
        client.read_until(word).await;
    }
    client.read_until("\r\n0\r\n\r\n").await;
    assert_eq!(client.only("GET", "/nowhere", &[], b"").await.status, 404);
}

/// Says when it is dropped.
struct Dropped(Arc<tokio::sync::Notify>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

#[get("/wait")]
async fn wait(gate: &Gate) {
    let _dropped = Dropped(gate.open.clone());
    gate.entered.notify_one();
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_handler_whose_client_has_gone_is_dropped() {
    let gate = Gate::default();
    let server = serve(secure(App::new(routes![wait])).state(gate.clone())).await;
    for in_order in [true, false] {
        let mut stream = shake(&server, &[]).await;
        stream.write_all(b"GET /wait HTTP/1.1\r\nhost: a\r\n\r\n").await.expect("the server reads");
        stream.flush().await.expect("the server reads");
        soon("the handler", gate.entered.notified()).await;
        if in_order {
            stream.shutdown().await.expect("an end in order");
        }
        drop(stream);
        soon("the handler's end", gate.open.notified()).await;
    }
}

async fn say_back(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        if matches!(&message, Message::Text(text) if text == "bye") {
            return socket.close(4_000, "bye").await;
        }
        if socket.send(message).await.is_err() {
            return;
        }
    }
}

#[get("/socket")]
fn socket(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(say_back)
}

#[tokio::test]
async fn web_sockets_are_spoken() {
    let server = serve(secure(App::new(routes![socket]))).await;
    let stream = shake(&server, &["http/1.1"]).await;
    let opened = tokio_tungstenite::client_async("wss://fingerpost.test/socket", stream);
    let (mut peer, _) = soon("the handshake", opened).await.expect("a WebSocket");
    for length in [0, 1, 100_000] {
        let text = "a".repeat(length);
        peer.send(Sent::text(text.clone())).await.expect("the server reads");
        let said = soon("the echo", peer.next()).await.expect("an echo").expect("an echo");
        assert_eq!(said.into_text().expect("text").as_str(), text);
    }
    peer.send(Sent::text("bye")).await.expect("the server reads");
    let Some(Ok(Sent::Close(Some(close)))) = soon("the end", peer.next()).await else {
        panic!("no farewell");
    };
    assert_eq!(u16::from(close.code), 4_000);
}

#[tokio::test]
async fn a_page_that_came_by_plain_http_opens_no_web_socket() {
    let server = serve(secure(App::new(routes![socket]))).await;
    for (origin, status) in [("https://fingerpost.test", 101), ("http://fingerpost.test", 403)] {
        let head = [
            "connection: upgrade",
            "upgrade: websocket",
            "sec-websocket-version: 13",
            "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
            &format!("origin: {origin}"),
        ];
        let mut client = connect(&server).await;
        client.send("GET", "/socket", &head, b"").await;
        assert_eq!(client.response().await.status, status, "{origin}");
    }
}

#[tokio::test]
async fn a_server_that_stops_answers_what_is_under_way_and_closes_the_rest_in_order() {
    let opened = Gate::default();
    let server = serve(secure(App::new(routes![root, gate])).state(opened.clone())).await;
    let (mut idle, mut busy) = (connect(&server).await, connect(&server).await);
    assert_eq!(idle.request("GET", "/").await.text(), "root");
    busy.send("GET", "/gate", &[], b"").await;
    soon("the handler", opened.entered.notified()).await;
    // One that shakes no hands.
    let mut silent = server.connect().await;
    let stopping = server.stop();
    assert_eq!(idle.rest().await, "");
    opened.open.notify_one();
    let response = busy.response().await;
    assert_eq!((response.header("connection"), &*response.text()), (Some("close"), "through"));
    assert_eq!(busy.rest().await, "");
    assert!(silent.is_closed().await);
    soon("stopping", stopping).await.expect("no panic").expect("nothing is cut");
}

#[tokio::test]
async fn a_handshake_under_way_when_the_server_stops_may_end_and_is_answered() {
    let server = serve(secure(App::new(routes![root]))).await;
    let stream = TcpStream::connect(server.address).await.expect("the server listens");
    let stopping = server.stop();
    sleep(ms(50)).await;
    let name = ServerName::try_from("fingerpost.test").expect("a name");
    let connector = TlsConnector::from(Arc::new(CERTIFICATE.trusted(&["http/1.1"])));
    let stream = soon("the handshake", connector.connect(name, stream)).await.expect("a handshake");
    assert_eq!(Client::over(stream).only("GET", "/", &[], b"").await.text(), "root");
    soon("stopping", stopping).await.expect("no panic").expect("nothing is cut");
}
