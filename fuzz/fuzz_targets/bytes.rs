//! Bytes to a server on the loopback interface: no panic, no hang, and answers that another parser takes.
#![no_main]

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::LazyLock;
use std::time::Duration;

use fingerpost::{App, get, post, routes};
use libfuzzer_sys::fuzz_target;

#[get("/{*rest}")]
async fn rest(rest: String) -> String {
    rest
}

#[post("/echo")]
fn echo(body: String) -> String {
    body
}

static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a port");
    let address = listener.local_addr().expect("its address");
    std::thread::spawn(move || runtime.block_on(App::new(routes![rest, echo]).serve(listener)));
    address
});

/// Ports run out for a while where thousands of connections were closed just now.
fn connect() -> TcpStream {
    for _ in 0..600 {
        match TcpStream::connect(*ADDRESS) {
            Ok(stream) => return stream,
            Err(_) => std::thread::sleep(Duration::from_millis(100)),
        }
    }
    panic!("the server does not listen");
}

/// Whole frames, of the types and the length that there are without an extension (RFC 9113 §4.1).
fn are_frames(mut bytes: &[u8]) -> bool {
    while let [long, length @ .., kind, _, _, _, _, _] = &bytes[..bytes.len().min(9)] {
        let length = length.iter().fold(usize::from(*long), |length, byte| length << 8 | usize::from(*byte));
        if *kind > 9 || length > 16 * 1024 || bytes.len() < 9 + length {
            return false;
        }
        bytes = &bytes[9 + length..];
    }
    bytes.is_empty()
}

fuzz_target!(|bytes: &[u8]| {
    let mut stream = connect();
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a socket");
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answers = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answers) {
        assert_ne!(error.kind(), std::io::ErrorKind::WouldBlock, "the server hangs");
    }
    if bytes.starts_with(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") {
        return assert!(are_frames(&answers), "no frames: {answers:?}");
    }
    if bytes.windows(5).any(|window| window == b"HEAD ") {
        return;
    }
    let mut rest = &answers[..];
    while !rest.is_empty() {
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut response = httparse::Response::new(&mut headers);
        let Ok(httparse::Status::Complete(head)) = response.parse(rest) else {
            panic!("no answer: {:?}", String::from_utf8_lossy(rest));
        };
        assert_ne!(response.code, Some(500));
        let length = response.headers.iter().find(|header| header.name == "content-length");
        let length = length.map_or(0, |length| std::str::from_utf8(length.value).unwrap().parse().unwrap());
        rest = &rest[head + length..];
    }
});
