//! Whatever bytes a client sends, the server answers well-formed or not at all, and goes on.

mod support;

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use fingerpost::{App, Json, get, post, routes};
use proptest::prelude::*;
use serde_json::Value;
use support::{Server, serve};

#[get("/a/{id}")]
fn capture(id: &str) -> String {
    id.to_owned()
}

#[get("/{*rest}")]
async fn rest(rest: String) -> String {
    rest
}

#[post("/json")]
fn json(Json(value): Json<Value>) -> Json<Value> {
    Json(value)
}

#[post("/echo")]
fn echo(body: String) -> String {
    body
}

const PIECES: &[&[u8]] = &[
    b"GET ",
    b"POST ",
    b"HEAD ",
    b"OPTIONS ",
    b"FROB ",
    b"/",
    b"/a/x",
    b"/a/%2e",
    b"/json",
    b"/echo",
    b"*",
    b"http://a/",
    b" ",
    b" HTTP/1.1",
    b" HTTP/1.0",
    b" HTTP/2.0",
    b"\r\n",
    b"\r\n",
    b"\r\n\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"host: a\r\n",
    b"host: b",
    b"content-length: 4\r\n",
    b"content-length: 0\r\n",
    b"content-length: -1",
    b"transfer-encoding: chunked\r\n",
    b"transfer-encoding: gzip\r\n",
    b"expect: 100-continue\r\n",
    b"connection: close\r\n",
    b"connection: keep-alive\r\n",
    b"content-type: application/json\r\n",
    b"cookie: a=b; c\r\n",
    b"upgrade: websocket\r\n",
    b"4\r\n",
    b"0\r\n\r\n",
    b"null",
    b"[1]",
    b";a=b",
    b":",
    b"x",
    b"GET / HTTP/1.1\r\nhost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nhost: a\r\n",
    b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nbody",
    b"POST /echo HTTP/1.1\r\nhost: a\r\n",
    b"POST /json HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

/// All that comes back for bytes in pieces of a length, after which no more come.
fn answers(address: SocketAddr, bytes: &[u8], piece: usize) -> Result<Vec<u8>, TestCaseError> {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_nodelay(true).expect("a socket");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a socket");
    for piece in bytes.chunks(piece) {
        // It may have heard enough.
        if stream.write_all(piece).is_err() {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Write);
    let mut answers = Vec::new();
    match stream.read_to_end(&mut answers) {
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => Err(TestCaseError::fail(format!(
            "the server hangs after {:?}",
            String::from_utf8_lossy(&answers)
        ))),
        _ => Ok(answers),
    }
}

/// The statuses of these answers, each of which another parser than hyper's must take, and whether the last one says that
/// it is.
fn statuses(mut bytes: &[u8]) -> Result<(Vec<u16>, bool), TestCaseError> {
    let (mut statuses, mut closes) = (Vec::new(), false);
    while !bytes.is_empty() {
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut response = httparse::Response::new(&mut headers);
        let parsed = response.parse(bytes);
        let Ok(httparse::Status::Complete(length)) = parsed else {
            return Err(TestCaseError::fail(format!("{parsed:?}: {:?}", String::from_utf8_lossy(bytes))));
        };
        bytes = &bytes[length..];
        let status = response.code.expect("a status");
        statuses.push(status);
        closes = headers.iter().any(|header| header.name == "connection" && header.value == b"close");
        let lengths: Vec<_> = headers.iter().filter(|header| header.name == "content-length").collect();
        prop_assert!(lengths.len() < 2);
        if let [length] = lengths[..] {
            let length = std::str::from_utf8(length.value).expect("digits").parse().expect("a number");
            prop_assert!(bytes.len() >= length, "an answer is cut");
            bytes = &bytes[length..];
        }
    }
    Ok((statuses, closes))
}

async fn server() -> Server {
    serve(App::new(routes![capture, rest, json, echo])).await
}

#[test]
fn any_bytes_are_answered_well_or_not_at_all() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let server = runtime.block_on(server());
    let address = server.address;
    proptest!(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() }, |(bytes in bytes())| {
        let has_head = bytes.windows(5).any(|window| window == b"HEAD ");
        let whole = answers(address, &bytes, usize::MAX)?;
        if !has_head {
            let (whole, _) = statuses(&whole)?;
            prop_assert!(whole.iter().all(|status| *status != 500), "{whole:?}");
            let (pieces, closes) = statuses(&answers(address, &bytes, 7)?)?;
            // What is refused may be refused at another byte, for what stands there; a head that does not end may be
            // waited for; and an answer that comes before its request has been read says that it is the last. Nothing
            // else depends on where the pieces end.
            let is_same = match (whole.split_last(), pieces.strip_prefix(&whole[..whole.len().saturating_sub(1)])) {
                (Some((last, _)), Some([piece])) => last == piece || *last >= 400 && *piece >= 400,
                (Some((last, _)), Some([])) => *last >= 400,
                (None, Some([])) => true,
                _ => closes && whole.starts_with(&pieces),
            };
            prop_assert!(is_same, "{whole:?}, in pieces {pieces:?}");
        }
    });
    runtime.block_on(server.gives(&[("/a/x", "x")]));
}
