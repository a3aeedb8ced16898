//! Clients that take their time, that ask for too much or speak otherwise.

use std::time::Instant;

use fingerpost::Excess;
use tokio::io::{AsyncReadExt, AsyncWriteExt, Interest};
use tokio::time::sleep;

use super::*;

/// The head of a handshake's record, and of the message in it, of which the rest is missing.
const HALF: &[u8] = &[22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3];

#[tokio::test]
async fn a_client_that_shakes_no_hands_is_closed() {
    let server = serve(secure(App::new(routes![root]).header_timeout(ms(100)))).await;
    let since = Instant::now();
    let (mut silent, mut stalled) = (server.connect().await, server.connect().await);
    stalled.write(HALF).await;
    assert!(silent.is_closed().await);
    assert!(stalled.is_closed().await);
    assert!(since.elapsed() >= ms(100));
    // A byte now and then is no more time.
    let mut slow = server.connect().await;
    slow.write(HALF).await;
    let since = Instant::now();
    while slow.try_write(&[0]).await.is_ok() && since.elapsed() < ms(2_000) {
        sleep(ms(10)).await;
    }
    assert!(since.elapsed() < ms(2_000));
    assert_eq!(connect(&server).await.only("GET", "/", &[], b"").await.text(), "root");
}

#[tokio::test]
async fn so_is_one_that_sends_no_request_then_in_order() {
    let server = serve(secure(App::new(routes![root]).header_timeout(ms(100)))).await;
    let mut client = connect(&server).await;
    assert_eq!(client.rest().await, "");
    let mut kept = connect(&server).await;
    assert_eq!(kept.request("GET", "/").await.text(), "root");
    assert_eq!(kept.rest().await, "");
    let mut half = connect(&server).await;
    half.write(b"GET / HTTP/1.1\r\nhos").await;
    assert_eq!(half.rest().await, "");
}

#[tokio::test]
async fn plain_http_is_told_so() {
    let server = serve(secure(App::new(routes![root]))).await;
    let response = server.get("/").await;
    assert_eq!((response.status, response.header("connection")), (400, Some("close")));
    assert_eq!(
        response.problem().detail.as_deref(),
        Some("this is plain HTTP, and this port speaks HTTPS alone")
    );
    let mut preface = server.connect().await;
    preface.write(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
    assert_eq!(preface.response().await.status, 400);
    // No app has seen it.
    assert_eq!(connect(&server).await.only("GET", "/", &[], b"").await.text(), "root");
}

#[tokio::test]
async fn what_is_no_handshake_is_told_so_and_closed() {
    let server = serve(secure(App::new(routes![root]))).await;
    let mut client = server.connect().await;
    client.write(&[0; 100]).await;
    // An alert, and that it is fatal (RFC 8446 §6).
    let alert = client.rest_as_bytes().await;
    assert_eq!((alert[0], alert[5]), (21, 2), "{alert:?}");
    drop(server.connect().await);
    assert_eq!(connect(&server).await.only("GET", "/", &[], b"").await.text(), "root");
}

#[tokio::test]
async fn a_record_that_was_tampered_with_ends_the_connection() {
    let server = serve(secure(App::new(routes![root]))).await;
    let mut stream = shake(&server, &[]).await;
    // An application's record that decrypts to nothing.
    let forged = [&[23, 3, 3, 0, 32][..], &[7; 32]].concat();
    stream.get_mut().0.write_all(&forged).await.expect("the server reads");
    let ended = soon("the end", stream.read(&mut [0])).await;
    assert!(ended.is_err_and(|error| error.to_string().contains("BadRecordMac")));
}

#[tokio::test]
async fn what_the_gate_refuses_is_refused() {
    let server = serve(secure(App::new(routes![root]))).await;
    for (request, status) in [
        ("GET / HTTP/1.1\nhost: a\n\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.2\r\nhost: a\r\n\r\n", 505),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ] {
        let mut client = connect(&server).await;
        client.write(request.as_bytes()).await;
        let response = client.response().await;
        assert_eq!((response.status, response.header("connection")), (status, Some("close")), "{request}");
        assert_eq!(client.rest().await, "");
    }
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_answered_with_408() {
    let server = serve(secure(App::new(routes![echo]).body_rate(100, ms(100)))).await;
    let mut client = connect(&server).await;
    client.write(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nabc").await;
    let response = client.response().await;
    assert_eq!((response.status, response.header("connection")), (408, Some("close")));
    assert_eq!(client.rest().await, "");
}

const LARGE: usize = 32 * 1024 * 1024;

#[get("/large")]
fn large() -> Vec<u8> {
    vec![b'a'; LARGE]
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut() {
    let server = serve(secure(App::new(routes![root, large]).write_timeout(ms(100)))).await;
    let mut client = connect(&server).await;
    client.send("GET", "/large", &[], b"").await;
    let socket = client.stream().get_ref().0;
    let broken = soon("the reset", socket.ready(Interest::ERROR)).await;
    assert!(broken.expect("the socket is watched").is_error());
    assert!(client.until_broken().await < LARGE);
    assert_eq!(connect(&server).await.only("GET", "/", &[], b"").await.text(), "root");
}

#[tokio::test]
async fn one_that_reads_now_and_then_is_not() {
    let server = serve(secure(App::new(routes![large]).write_timeout(ms(200)))).await;
    let mut client = connect(&server).await;
    client.send("GET", "/large", &["connection: close"], b"").await;
    for _ in 0..6 {
        sleep(ms(100)).await;
        client.read_some(2 * 1024 * 1024).await;
    }
    assert!(client.rest().await.len() > 19 * 1024 * 1024);
}

#[tokio::test]
async fn one_address_has_its_share() {
    let server = serve(secure(App::new(routes![root]).connections_per_address(1, Excess::Answer))).await;
    let mut held = connect(&server).await;
    assert_eq!(held.request("GET", "/").await.text(), "root");
    for protocols in [&["http/1.1"][..], &["h2", "http/1.1"], &[]] {
        let mut refused = Client::over(shake(&server, protocols).await);
        let response = refused.response().await;
        assert_eq!((response.status, response.header("connection")), (429, Some("close")));
        assert_eq!(refused.rest().await, "");
    }
    assert_eq!(held.request("GET", "/").await.text(), "root");
}

#[tokio::test]
async fn or_is_closed_without_a_word() {
    let server = serve(secure(App::new(routes![root]).connections_per_address(1, Excess::Close))).await;
    let mut held = connect(&server).await;
    assert_eq!(held.request("GET", "/").await.text(), "root");
    assert!(server.connect().await.is_closed().await);
}
