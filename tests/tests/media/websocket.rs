//! WebSockets: the handshake by the book, messages with another implementation's client, limits, and farewells.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fingerpost::{
    App, Message, StatusCode, SwitchingProtocols, WebSocket, WebSocketError, WebSocketUpgrade, get, routes,
};
use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::sync::broadcast;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{self, Message as Sent};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use tower_http::trace::TraceLayer;

use crate::support::{Response, Server, serve, soon};

type Peer = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Says everything back, until there is nothing more.
async fn say_back(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        if socket.send(message).await.is_err() {
            return;
        }
    }
}

#[get("/echo")]
fn echo(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.max_message_size(1_000).on_upgrade(say_back)
}

#[get("/open")]
fn open(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.from_any_origin().on_upgrade(say_back)
}

#[get("/protocol")]
fn protocol(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    let upgrade = upgrade.protocols(&["chat.v2", "chat.v1"]);
    let chosen = upgrade.protocol().unwrap_or("none").to_owned();
    upgrade.on_upgrade(async move |mut socket| {
        let _ = socket.send(chosen).await;
    })
}

#[get("/both")]
fn both(upgrade: Option<WebSocketUpgrade>) -> Result<SwitchingProtocols, (StatusCode, &'static str)> {
    Ok(upgrade.ok_or((StatusCode::CONFLICT, "a page"))?.on_upgrade(say_back))
}

#[get("/bye")]
fn bye(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(async |socket| socket.close(4_001, &"\u{e4}".repeat(100)).await)
}

/// What comes to an end, in which way.
#[derive(Clone, Default)]
struct Ends(Arc<std::sync::Mutex<Vec<String>>>);

impl Ends {
    async fn next(&self) -> String {
        soon("the handler's end", async {
            loop {
                if let Some(end) = self.0.lock().expect("no panic").pop() {
                    return end;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await
    }
}

#[get("/told")]
fn told(upgrade: WebSocketUpgrade, ends: &Ends) -> SwitchingProtocols {
    let ends = ends.clone();
    upgrade.max_message_size(1_000).keep_alive(Duration::from_millis(40)).on_upgrade(
        async move |mut socket| {
            let end = loop {
                match socket.recv().await {
                    Some(Ok(message)) => drop(socket.send(message).await),
                    Some(Err(WebSocketError::TooLong)) => break "too long".to_owned(),
                    Some(Err(WebSocketError::Silent)) => break "silent".to_owned(),
                    Some(Err(WebSocketError::NotUtf8)) => break "not UTF-8".to_owned(),
                    Some(Err(WebSocketError::Malformed(_))) => break "malformed".to_owned(),
                    Some(Err(WebSocketError::Io(_))) => break "gone".to_owned(),
                    Some(Err(error)) => break error.to_string(),
                    None => break format!("{:?}", socket.farewell()),
                }
            };
            assert!(socket.recv().await.is_none(), "it stays over");
            assert!(matches!(socket.send("x").await, Err(WebSocketError::Closed | WebSocketError::Io(_))));
            ends.0.lock().expect("no panic").push(end);
        },
    )
}

#[derive(Clone)]
struct News(broadcast::Sender<String>);

/// Listens and speaks at once.
#[get("/news")]
fn news(upgrade: WebSocketUpgrade, news: &News) -> SwitchingProtocols {
    let mut news = news.0.subscribe();
    upgrade.on_upgrade(async move |mut socket| {
        loop {
            tokio::select! {
                message = socket.recv() => match message {
                    Some(Ok(message)) => drop(socket.send(message).await),
                    _ => return,
                },
                text = news.recv() => match text {
                    Ok(text) => drop(socket.send(text).await),
                    Err(_) => return,
                },
            }
        }
    })
}

#[get("/panics")]
fn panics(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(async |mut socket| {
        let _ = socket.recv().await;
        panic!("in the middle of it");
    })
}

async fn server() -> Server {
    serve(App::new(routes![echo, open, protocol, both, bye])).await
}

async fn join(server: &Server, target: &str) -> Peer {
    let joined = tokio_tungstenite::connect_async(format!("ws://{}{target}", server.address));
    soon("the handshake", joined).await.expect("it switches").0
}

async fn heard(peer: &mut Peer) -> Sent {
    soon("a message", peer.next()).await.expect("there is more").expect("no error")
}

/// The code and reason of the server's farewell, which is answered.
async fn farewell(peer: &mut Peer) -> (u16, String) {
    loop {
        match heard(peer).await {
            Sent::Close(Some(frame)) => {
                assert!(soon("the end", peer.next()).await.is_none(), "after the farewell");
                return (frame.code.into(), frame.reason.to_string());
            }
            Sent::Ping(_) => {}
            other => panic!("{other:?} is no farewell"),
        }
    }
}

const ASKS: [&str; 4] = [
    "connection: keep-alive, Upgrade",
    "upgrade: WebSocket",
    "sec-websocket-version: 13",
    "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
];

async fn ask(server: &Server, target: &str, head: &[&str]) -> Response {
    let mut client = server.connect().await;
    client.send("GET", target, head, b"").await;
    client.response().await
}

#[tokio::test]
async fn the_handshake_is_that_of_the_rfc() {
    let server = server().await;
    let response = ask(&server, "/echo", &ASKS).await;
    assert_eq!((response.status, &*response.reason), (101, "Switching Protocols"));
    assert_eq!(response.header("sec-websocket-accept"), Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    assert_eq!(response.header("upgrade"), Some("websocket"));
    assert_eq!(response.header("connection"), Some("upgrade"));
    assert_eq!((response.header("sec-websocket-protocol"), response.header("content-length")), (None, None));
}

#[tokio::test]
async fn what_does_not_ask_for_it_is_426() {
    let server = server().await;
    for without in 0..2 {
        let head: Vec<&str> =
            ASKS.iter().enumerate().filter(|(at, _)| *at != without).map(|(_, line)| *line).collect();
        let response = ask(&server, "/echo", &head).await;
        assert_eq!((response.status, response.header("upgrade")), (426, Some("websocket")));
        assert!(response.problem().detail.is_some());
        assert_eq!(ask(&server, "/both", &head).await.text(), "a page");
    }
    assert_eq!(server.get("/echo").await.status, 426);
    for version in ["sec-websocket-version: 8", "x: y"] {
        let response = ask(&server, "/echo", &[ASKS[0], ASKS[1], version, ASKS[3]]).await;
        assert_eq!(
            (response.status, response.header("sec-websocket-version")),
            (426, Some("13")),
            "{version}"
        );
    }
    // What answers a HEAD is the handler of GET, and no WebSocket begins with it.
    assert_eq!(server.send("HEAD", "/echo", &ASKS, b"").await.status, 426);
    assert_eq!(server.send("POST", "/echo", &ASKS, b"").await.status, 405);
}

#[tokio::test]
async fn a_malformed_key_is_400() {
    let server = server().await;
    for key in ["", "x", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZSE=", "dGhlIHNhbXBsZSBub25j*Q=="] {
        let response =
            ask(&server, "/echo", &[ASKS[0], ASKS[1], ASKS[2], &format!("sec-websocket-key: {key}")]).await;
        assert_eq!((response.status, response.problem().detail.is_some()), (400, true), "{key:?}");
        // As an option it is still wrong, not absent.
        let response =
            ask(&server, "/both", &[ASKS[0], ASKS[1], ASKS[2], &format!("sec-websocket-key: {key}")]).await;
        assert_eq!(response.status, 400, "{key:?}");
    }
    assert_eq!(ask(&server, "/echo", &[ASKS[0], ASKS[1], ASKS[2], ASKS[3], ASKS[3]]).await.status, 400);
}

#[tokio::test]
async fn a_page_of_another_host_is_403() {
    let server = server().await;
    let with = async |target: &str, origin: &str| {
        let head: Vec<String> =
            ASKS.iter().map(ToString::to_string).chain([format!("origin: {origin}")]).collect();
        ask(&server, target, &head.iter().map(String::as_str).collect::<Vec<_>>()).await.status
    };
    assert_eq!(with("/echo", "http://fingerpost.test").await, 101);
    assert_eq!(with("/echo", "https://FINGERPOST.test").await, 101);
    for other in [
        "http://evil.example",
        "http://fingerpost.test.evil.example",
        "http://fingerpost.test:81",
        "null",
        "x",
    ] {
        assert_eq!(with("/echo", other).await, 403, "{other}");
        assert_eq!(with("/open", other).await, 101, "{other}");
    }
    let origin = "origin: https://example.org";
    let head = [ASKS[0], ASKS[1], ASKS[2], ASKS[3], origin];
    let known = serve(App::new(routes![echo]).origin("https://example.org")).await;
    assert_eq!(ask(&known, "/echo", &head).await.status, 101);
}

#[tokio::test]
async fn messages_go_both_ways() {
    let server = server().await;
    let mut peer = join(&server, "/echo").await;
    for message in [
        Sent::text("hello"),
        Sent::text("\u{e4}\n\0"),
        Sent::text(""),
        Sent::binary(vec![0, 255, 10]),
        Sent::binary(vec![b'x'; 1_000]),
    ] {
        peer.send(message.clone()).await.expect("the server listens");
        assert_eq!(heard(&mut peer).await, message);
    }
    // In pieces, and with a question between them.
    peer.send(Sent::Ping(vec![1, 2].into())).await.expect("the server listens");
    assert_eq!(heard(&mut peer).await, Sent::Pong(vec![1, 2].into()));
    peer.close(None).await.expect("the server listens");
    while soon("the end", peer.next()).await.is_some() {}
}

#[tokio::test]
async fn both_ends_speak_when_they_like() {
    let (sender, _) = broadcast::channel(8);
    let server = serve(App::new(routes![news]).state(News(sender.clone()))).await;
    let (mut one, mut two) = (join(&server, "/news").await, join(&server, "/news").await);
    // Both have subscribed once they say something back.
    for peer in [&mut one, &mut two] {
        peer.send(Sent::text("here")).await.expect("the server listens");
        assert_eq!(heard(peer).await, Sent::text("here"));
    }
    for text in ["a", "b"] {
        sender.send(text.to_owned()).expect("both listen");
        assert_eq!((heard(&mut one).await, heard(&mut two).await), (Sent::text(text), Sent::text(text)));
    }
}

#[tokio::test]
async fn the_first_protocol_that_both_speak_is_spoken() {
    let server = server().await;
    for (named, chosen) in
        [("chat.v1, chat.v2", "chat.v2"), ("chat.v1", "chat.v1"), ("x, chat.v1", "chat.v1")]
    {
        let mut request =
            format!("ws://{}/protocol", server.address).into_client_request().expect("a request");
        request.headers_mut().insert("sec-websocket-protocol", named.parse().expect("a value"));
        let (mut peer, response) = tokio_tungstenite::connect_async(request).await.expect("it switches");
        assert_eq!(response.headers()["sec-websocket-protocol"], chosen);
        assert_eq!(heard(&mut peer).await, Sent::text(chosen));
    }
    let mut head = ASKS.to_vec();
    head.push("sec-websocket-protocol: other");
    assert_eq!(ask(&server, "/protocol", &head).await.header("sec-websocket-protocol"), None);
}

#[tokio::test]
async fn a_farewell_is_in_order() {
    let server = server().await;
    // The handler returns: all is said.
    let mut peer = join(&server, "/protocol").await;
    assert_eq!(heard(&mut peer).await, Sent::text("none"));
    assert_eq!(farewell(&mut peer).await, (1000, String::new()));
    let mut peer = join(&server, "/bye").await;
    assert_eq!(farewell(&mut peer).await, (4_001, "\u{e4}".repeat(61)));
}

async fn told_server() -> (Server, Ends) {
    let ends = Ends::default();
    (serve(App::new(routes![told]).state(ends.clone())).await, ends)
}

#[tokio::test]
async fn the_handler_is_told_how_it_ends() {
    let (server, ends) = told_server().await;
    let mut peer = join(&server, "/told").await;
    let frame =
        tungstenite::protocol::CloseFrame { code: CloseCode::Library(4_000), reason: "enough".into() };
    peer.close(Some(frame)).await.expect("the server listens");
    assert_eq!(ends.next().await, "Some((4000, \"enough\"))");
    drop(join(&server, "/told").await);
    assert_eq!(ends.next().await, "gone");
}

#[tokio::test]
async fn a_message_that_is_too_long_is_1009() {
    let (server, ends) = told_server().await;
    let mut peer = join(&server, "/told").await;
    peer.send(Sent::binary(vec![0; 1_001])).await.expect("the server listens");
    assert_eq!(farewell(&mut peer).await.0, 1009);
    assert_eq!(ends.next().await, "too long");
}

#[tokio::test]
async fn a_body_limit_is_the_limit_of_messages() {
    let server = serve(App::new(routes![open]).body_limit(10)).await;
    let mut peer = join(&server, "/open").await;
    peer.send(Sent::text("0123456789")).await.expect("the server listens");
    assert_eq!(heard(&mut peer).await, Sent::text("0123456789"));
    peer.send(Sent::text("0123456789x")).await.expect("the server listens");
    assert_eq!(farewell(&mut peer).await.0, 1009);
}

/// Bytes as they are: a client's frames are masked, text is UTF-8, reserved bits are none (RFC 6455 §5.1, §5.2, §8.1).
#[tokio::test]
async fn what_is_no_message_is_1002_or_1007() {
    let (server, ends) = told_server().await;
    let malformed = [
        (1002, &b"\x81\x05hello"[..]),
        (1002, b"\xf1\x80\0\0\0\0"),
        (1002, b"\x83\x80\0\0\0\0"),
        (1002, b"\x80\x80\0\0\0\0"),
        (1002, b"\x09\x80\0\0\0\0"),
        (1002, b"GET / HTTP/1.1\r\nhost: a\r\n\r\n"),
        (1007, b"\x81\x82\0\0\0\0\xff\xff"),
    ];
    for (code, bytes) in malformed {
        let mut client = server.connect().await;
        client.send("GET", "/told", &ASKS, b"").await;
        assert_eq!(client.response().await.status, 101);
        client.write(bytes).await;
        // The other half of the farewell; the server waits for it.
        client.write(b"\x88\x80\0\0\0\0").await;
        let farewell = [&b"\x88\x02"[..], &u16::to_be_bytes(code)].concat();
        assert_eq!(client.rest_as_bytes().await, farewell, "to {bytes:?}");
        assert_eq!(ends.next().await, if code == 1007 { "not UTF-8" } else { "malformed" }, "{bytes:?}");
    }
}

/// Messages that come with the handshake are not lost.
#[tokio::test]
async fn a_client_may_speak_before_it_is_answered() {
    let server = server().await;
    let mut client = server.connect().await;
    let head = ASKS.join("\r\n");
    let mut bytes = format!("GET /echo HTTP/1.1\r\nhost: a\r\n{head}\r\n\r\n").into_bytes();
    bytes.extend_from_slice(b"\x81\x82\0\0\0\0hi");
    client.write(&bytes).await;
    assert_eq!(client.response().await.status, 101);
    client.read_until("\u{2}hi").await;
}

/// The head of the next request is not waited for any more.
#[tokio::test]
async fn a_quiet_client_is_asked_and_stays_while_it_answers() {
    let ends = Ends::default();
    let app = App::new(routes![told]).state(ends.clone()).header_timeout(Duration::from_millis(40));
    let server = serve(app.timeout(Duration::from_millis(40))).await;
    let mut peer = join(&server, "/told").await;
    let started = std::time::Instant::now();
    let mut asked = 0;
    while started.elapsed() < Duration::from_millis(300) {
        if let Ok(Some(frame)) = tokio::time::timeout(Duration::from_millis(50), peer.next()).await {
            assert!(matches!(frame, Ok(Sent::Ping(_))), "{frame:?}");
            asked += 1;
        }
    }
    assert!(asked > 2, "it was asked {asked} times");
    peer.send(Sent::text("here")).await.expect("the server listens");
    while heard(&mut peer).await != Sent::text("here") {}
    // And one that does not answer is gone: it is not even read.
    let _silent = join(&server, "/told").await;
    drop(peer);
    let (one, two) = (ends.next().await, ends.next().await);
    assert!([&one, &two].contains(&&"silent".to_owned()), "{one}, {two}");
}

#[tokio::test]
async fn clients_are_told_when_the_server_stops() {
    let (server, ends) = told_server().await;
    let address = server.address;
    let mut peers = [join(&server, "/told").await, join(&server, "/told").await];
    for peer in &mut peers {
        peer.send(Sent::text("here")).await.expect("the server listens");
        while heard(peer).await != Sent::text("here") {}
    }
    let stopped = server.stop();
    for peer in &mut peers {
        assert_eq!(farewell(peer).await.0, 1001);
        assert!(ends.next().await.contains("1001"));
    }
    soon("stopping", stopped).await.expect("no panic").expect("no error");
    TcpStream::connect(address).await.expect_err("nobody listens");
}

/// A client that does not say farewell too is cut.
#[tokio::test]
async fn a_client_that_does_not_listen_is_not_waited_for_when_the_server_stops() {
    let app = App::new(routes![open]).shutdown_timeout(Duration::from_millis(100));
    let server = serve(app).await;
    let _deaf = join(&server, "/open").await;
    let started = std::time::Instant::now();
    server.stopped().await.expect_err("it was cut");
    assert!(started.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_panic_ends_its_own_socket_alone() {
    let server = serve(App::new(routes![panics, open])).await;
    let (mut one, mut two) = (join(&server, "/panics").await, join(&server, "/open").await);
    one.send(Sent::text("x")).await.expect("the server listens");
    assert!(!matches!(soon("the end", one.next()).await, Some(Ok(Sent::Text(_)))));
    two.send(Sent::text("x")).await.expect("the server listens");
    assert_eq!(heard(&mut two).await, Sent::text("x"));
    server.request("GET", "/none").await;
}

#[tokio::test]
async fn layers_let_it_through() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = seen.clone();
    let layer = tower::util::MapResponseLayer::new(move |response: fingerpost::Response| {
        count.fetch_add(1, Ordering::SeqCst);
        response
    });
    let server = serve(App::new(routes![open]).layer(layer).layer(TraceLayer::new_for_http())).await;
    let mut peer = join(&server, "/open").await;
    peer.send(Sent::text("x")).await.expect("the server listens");
    assert_eq!(heard(&mut peer).await, Sent::text("x"));
    assert_eq!(seen.load(Ordering::SeqCst), 1);
    let stopped = server.stop();
    assert_eq!(farewell(&mut peer).await.0, 1001);
    soon("stopping", stopped).await.expect("no panic").expect("no error");
}

/// hyper by hand, which knows nothing of what the app does with its connection.
#[tokio::test]
async fn another_server_will_do() {
    let service = App::new(routes![open]).into_service().expect("the settings are right");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the port's address");
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let connection = hyper::server::conn::http1::Builder::new();
        connection.serve_connection(hyper_util::rt::TokioIo::new(stream), service).with_upgrades().await
    });
    let (mut peer, _) =
        tokio_tungstenite::connect_async(format!("ws://{address}/open")).await.expect("it switches");
    peer.send(Sent::text("x")).await.expect("the server listens");
    assert_eq!(heard(&mut peer).await, Sent::text("x"));
    soon("the connection", served).await.expect("no panic").expect("no error");
}

#[tokio::test]
async fn without_a_connection_it_is_500() {
    let client = App::new(routes![open]).test();
    let request = ASKS.iter().fold(client.get("/open"), |request, line| {
        let (name, value) = line.split_once(": ").expect("a header");
        request.header(name, value)
    });
    let mut request = request;
    assert_eq!(request.send().await.status(), 500);
    request = client.get("/open");
    assert_eq!(request.send().await.status(), 426);
}

#[test]
fn a_message_is_text_or_bytes() {
    assert_eq!(Message::from("a").as_text(), Some("a"));
    assert_eq!(Message::from(vec![1]).as_bytes(), [1]);
}
