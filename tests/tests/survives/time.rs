//! Clients and handlers that take their time.

use std::time::Instant;

use fingerpost::{Body, BodyError, Multipart, MultipartRejection, StatusCode};

use super::*;

const BODY: &[u8] = b"POST /length HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n";

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_answered_with_408() {
    let server = serve(App::new(routes![root, length]).body_rate(100, ms(100))).await;
    let since = Instant::now();
    let mut client = server.connect().await;
    client.write(BODY).await;
    let mut slow = server.connect().await;
    slow.write(b"POST /length HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n").await;
    for client in [&mut client, &mut slow] {
        let response = client.response().await;
        assert_eq!((response.status, response.header("connection")), (408, Some("close")));
        assert_eq!(response.problem().title, "Request Timeout");
        assert!(client.is_closed().await);
    }
    assert!(since.elapsed() >= ms(100));
    server.gives(&[("/", "root")]).await;
}

#[post("/pieces")]
async fn pieces(mut body: Body) -> Result<(), BodyError> {
    while body.chunk().await?.is_some() {}
    Ok(())
}

#[post("/parts")]
async fn parts(mut form: Multipart) -> Result<(), MultipartRejection> {
    while let Some(part) = form.next_part().await? {
        part.bytes().await?;
    }
    Ok(())
}

#[tokio::test]
async fn so_is_one_that_is_read_piece_by_piece() {
    let server = serve(App::new(routes![pieces, parts]).body_rate(100, ms(100))).await;
    for head in ["/pieces HTTP/1.1", "/parts HTTP/1.1\r\ncontent-type: multipart/form-data; boundary=x"] {
        let mut client = server.connect().await;
        client
            .write(format!("POST {head}\r\nhost: a\r\ncontent-length: 1000\r\n\r\n--x\r\n").as_bytes())
            .await;
        let response = client.response().await;
        assert_eq!((response.status, response.header("connection")), (408, Some("close")), "{head}");
    }
}

#[tokio::test]
async fn a_trickle_is_too_slow_too() {
    let server = serve(App::new(routes![length]).body_rate(100, ms(80))).await;
    let mut client = server.connect().await;
    client.write(BODY).await;
    for _ in 0..100 {
        sleep(ms(10)).await;
        if client.try_write(b"x").await.is_err() {
            break;
        }
    }
    assert_eq!(client.response().await.status, 408);
}

#[tokio::test]
async fn a_body_that_comes_fast_enough_may_take_long() {
    let server = serve(App::new(routes![length]).body_rate(10, ms(100))).await;
    let mut client = server.connect().await;
    client.write(BODY).await;
    let since = Instant::now();
    for _ in 0..25 {
        client.write(&[b'x'; 40]).await;
        sleep(ms(16)).await;
    }
    assert_eq!(client.response().await.text(), "1000");
    assert!(since.elapsed() > ms(300));
}

/// More than any socket takes by itself.
#[get("/long")]
fn long() -> Bytes {
    vec![b'x'; 32 * 1024 * 1024].into()
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut() {
    let server = serve(App::new(routes![root, long]).write_timeout(ms(100))).await;
    let mut client = server.connect().await;
    client.write(b"GET /long HTTP/1.1\r\nhost: a\r\n\r\n").await;
    client.is_reset().await;
    // What came before.
    assert!(client.until_broken().await < 32 * 1024 * 1024);
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn a_client_that_reads_now_and_then_is_not() {
    let server = serve(App::new(routes![long]).write_timeout(ms(200))).await;
    let mut client = server.connect().await;
    client.write(b"GET /long HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    for _ in 0..6 {
        sleep(ms(100)).await;
        client.read_some(2 * 1024 * 1024).await;
    }
    assert!(client.until_broken().await > 19 * 1024 * 1024);
}

#[get("/never")]
async fn never() {
    std::future::pending::<()>().await;
}

#[get("/own-time", timeout = "5 s")]
async fn own_time() -> &'static str {
    sleep(ms(50)).await;
    "in its own time"
}

#[tokio::test]
async fn a_handler_that_is_late_is_answered_as_the_app_says() {
    for (status, code) in [(StatusCode::SERVICE_UNAVAILABLE, 503), (StatusCode::GATEWAY_TIMEOUT, 504)] {
        let app = App::new(routes![never, own_time]).timeout(ms(20)).timeout_status(status);
        let server = serve(app).await;
        let mut client = server.connect().await;
        assert_eq!(client.request("GET", "/never").await.status, code);
        assert_eq!(client.request("GET", "/never").await.problem().detail, None);
        assert_eq!(client.request("GET", "/own-time").await.text(), "in its own time");
    }
}
