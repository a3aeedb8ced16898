//! HTTP/2 frame by frame: floods, and clients that take nothing of their answers.

use super::*;
use support::{Gate, gate};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

const LIMIT: Duration = ms(200);

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RESET: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GO_AWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;

const ACK: u8 = 1;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

const CANCEL: [u8; 4] = [0, 0, 0, 8];
const ENHANCE_YOUR_CALM: u8 = 11;

/// `SETTINGS_INITIAL_WINDOW_SIZE = 0` (RFC 9113 §6.5.2).
const NO_WINDOW: [u8; 6] = [0, 4, 0, 0, 0, 0];

/// Frames as they are on the wire (RFC 9113 §4.1).
fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a short frame").to_be_bytes();
    let mut frame = vec![length[1], length[2], length[3], kind, flags];
    frame.extend_from_slice(&stream.to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}

/// The headers of a request to `http://a` by HPACK (RFC 7541): method and scheme from the static table, path and authority
/// as they are.
fn request(method: &str, path: &str) -> Vec<u8> {
    let method = if method == "GET" { 0x82 } else { 0x83 };
    let length = u8::try_from(path.len()).expect("a short path");
    [&[method, 0x86, 0x04, length], path.as_bytes(), &[0x01, 1, b'a']].concat()
}

/// What the server said: type, flags, stream, payload.
type Frame = (u8, u8, u32, Vec<u8>);

async fn next_frame(from: &mut OwnedReadHalf) -> Option<Frame> {
    let mut head = [0; 9];
    soon("a frame", from.read_exact(&mut head)).await.ok()?;
    let mut payload = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
    soon("its payload", from.read_exact(&mut payload)).await.ok()?;
    Some((head[3], head[4], u32::from_be_bytes([head[5], head[6], head[7], head[8]]), payload))
}

async fn connect(server: &Server, settings: &[u8]) -> (OwnedReadHalf, OwnedWriteHalf) {
    let stream = TcpStream::connect(server.address).await.expect("the server listens");
    let (from, mut to) = stream.into_split();
    let begin = [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), frame(SETTINGS, 0, 0, settings)];
    to.write_all(&begin.concat()).await.expect("the server reads");
    (from, to)
}

/// Sends these frames, however the server takes it; gives the error of its GOAWAY.
async fn sent_away(server: &Server, frames: impl Iterator<Item = Vec<u8>> + Send + 'static) -> Option<u8> {
    let (mut from, mut to) = connect(server, &[]).await;
    tokio::spawn(async move {
        for bytes in frames {
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
        // The end of what is sent would be an end of its own.
        sleep(support::PATIENCE).await;
    });
    let mut error = None;
    while let Some((kind, _, _, payload)) = next_frame(&mut from).await {
        if kind == GO_AWAY {
            error = payload.get(7).copied();
        }
    }
    error
}

#[tokio::test]
async fn streams_that_are_reset_without_end_are_sent_away() {
    let server = serve(App::new(routes![root, gate]).state(Gate::default())).await;
    let streams = (0..20_000_u32).map(|index| {
        let stream = 2 * index + 1;
        let open = frame(HEADERS, END_HEADERS | END_STREAM, stream, &request("GET", "/"));
        [open, frame(RESET, 0, stream, &CANCEL)].concat()
    });
    assert_eq!(sent_away(&server, streams).await, Some(ENHANCE_YOUR_CALM));
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn headers_without_end_are_sent_away() {
    let server = serve(App::new(routes![root])).await;
    // A literal field, not indexed: `x` with 100 bytes.
    let field = [&[0, 1, b'x', 100][..], &[b'y'; 100]].concat();
    for more in [field.repeat(100), Vec::new()] {
        let first = frame(HEADERS, END_STREAM, 1, &request("GET", "/"));
        let more = std::iter::repeat_n(frame(CONTINUATION, 0, 1, &more), 100_000);
        assert!(sent_away(&server, std::iter::once(first).chain(more)).await.is_some());
    }
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn data_without_bytes_is_sent_away() {
    let server = serve(App::new(routes![root, length])).await;
    let first = frame(HEADERS, END_HEADERS, 1, &request("POST", "/length"));
    let more = std::iter::repeat_n(frame(DATA, 0, 1, b""), 1_000_000);
    assert_eq!(sent_away(&server, std::iter::once(first).chain(more)).await, Some(ENHANCE_YOUR_CALM));
    server.gives(&[("/", "root")]).await;
}

/// The frames that are to be answered, many times.
fn to_be_answered() -> [Vec<u8>; 2] {
    [frame(PING, 0, 0, b"12345678"), frame(SETTINGS, 0, 0, &[])].map(|frame| frame.repeat(100))
}

#[tokio::test]
async fn who_asks_without_end_and_does_not_listen_is_cut() {
    let server = serve(App::new(routes![root]).write_timeout(LIMIT)).await;
    for flood in to_be_answered() {
        let (from, mut to) = connect(&server, &[]).await;
        let cut = async { while to.write_all(&flood).await.is_ok() {} };
        soon("the connection's end", cut).await;
        drop(from);
    }
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn who_asks_without_end_and_listens_keeps_nobody_waiting() {
    let server = serve(App::new(routes![root])).await;
    for flood in to_be_answered() {
        let (mut from, mut to) = connect(&server, &[]).await;
        let asking = tokio::spawn(async move { while to.write_all(&flood).await.is_ok() {} });
        let listening = tokio::spawn(async move { while next_frame(&mut from).await.is_some() {} });
        for _ in 0..20 {
            server.gives(&[("/", "root")]).await;
        }
        asking.abort();
        listening.abort();
    }
}

#[get("/long")]
fn long() -> Bytes {
    Bytes::from_static(&[b'x'; 1024 * 1024])
}

/// The next frame of these kinds.
async fn next_of(from: &mut OwnedReadHalf, kinds: &[u8]) -> Frame {
    loop {
        let frame = next_frame(from).await.expect("the connection stays");
        if kinds.contains(&frame.0) {
            return frame;
        }
    }
}

#[tokio::test]
async fn a_stream_whose_client_gives_no_window_is_reset() {
    let app = App::new(routes![root, long, gate]).state(Gate::default()).write_timeout(LIMIT);
    let server = serve(app).await;
    let (mut from, mut to) = connect(&server, &NO_WINDOW).await;
    for (stream, path) in [(1, "/long"), (3, "/"), (5, "/gate")] {
        let open = frame(HEADERS, END_HEADERS | END_STREAM, stream, &request("GET", path));
        to.write_all(&open).await.expect("the server reads");
    }
    let mut reset = Vec::new();
    while reset.len() < 2 {
        let (_, _, stream, error) = next_of(&mut from, &[RESET]).await;
        assert_eq!(error, CANCEL);
        reset.push(stream);
    }
    reset.sort_unstable();
    assert_eq!(reset, [1, 3]);
    // The connection stays, and with it who waits for the handler.
    to.write_all(&frame(PING, 0, 0, b"12345678")).await.expect("the server reads");
    let (_, flags, _, payload) = next_of(&mut from, &[PING, RESET]).await;
    assert_eq!((flags, &*payload), (ACK, &b"12345678"[..]));
}

#[tokio::test]
async fn a_body_that_does_not_come_has_the_time_of_its_handler() {
    let server = serve(App::new(routes![length]).timeout(LIMIT)).await;
    let (mut from, mut to) = connect(&server, &[]).await;
    let open = frame(HEADERS, END_HEADERS, 1, &request("POST", "/length"));
    to.write_all(&open).await.expect("the server reads");
    let since = std::time::Instant::now();
    let (_, _, stream, _) = next_of(&mut from, &[HEADERS]).await;
    assert_eq!(stream, 1);
    assert!(LIMIT <= since.elapsed() && since.elapsed() < Duration::from_secs(5), "{:?}", since.elapsed());
}

#[tokio::test]
async fn a_stream_whose_client_takes_it_bit_by_bit_is_not() {
    let server = serve(App::new(routes![long]).write_timeout(LIMIT)).await;
    let (mut from, mut to) = connect(&server, &NO_WINDOW).await;
    let open = frame(HEADERS, END_HEADERS | END_STREAM, 1, &request("GET", "/long"));
    to.write_all(&open).await.expect("the server reads");
    let (mut came, mut updates) = (0, 0);
    while came < 1024 * 1024 {
        // Of the connection and of the stream: a window of 64 KiB each 50 ms, half a second longer than the limit.
        let window = (64 * 1024_u32).to_be_bytes();
        let update = [0, 1].map(|stream| frame(WINDOW_UPDATE, 0, stream, &window)).concat();
        to.write_all(&update).await.expect("the server reads");
        updates += 1;
        sleep(ms(50)).await;
        while came < updates * 64 * 1024 {
            let (kind, _, _, payload) = next_of(&mut from, &[DATA, RESET]).await;
            assert_eq!(kind, DATA);
            came += payload.len();
        }
    }
    assert_eq!(came, 1024 * 1024);
}
