//! Requests that are too long, or have too many of something.

use fingerpost::{Form, Json, Query};
use serde_json::Value;

use super::*;

#[post("/json")]
fn json(Json(_): Json<Value>) -> &'static str {
    "read"
}

routes! { table = [root, json, form, query, named] }

type Pairs = Vec<(String, String)>;

#[post("/form")]
fn form(Form(pairs): Form<Pairs>) -> String {
    pairs.len().to_string()
}

#[get("/query")]
fn query(Query(pairs): Query<Pairs>) -> String {
    pairs.len().to_string()
}

#[get("/named?{q}")]
fn named(q: Option<u8>) -> String {
    format!("{q:?}")
}

async fn status(server: &Server, head: &str) -> u16 {
    let mut client = server.connect().await;
    let _ = client.try_write(head.as_bytes()).await;
    let response = client.response().await;
    if response.status != 200 {
        assert_eq!(response.problem().title, response.reason);
    }
    response.status
}

#[tokio::test]
async fn a_target_that_is_too_long_is_answered_with_414() {
    let get = |length: usize| format!("GET /?{} HTTP/1.1\r\nhost: a\r\n\r\n", "x".repeat(length - 2));
    let server = serve(App::new(routes![root])).await;
    assert_eq!(status(&server, &get(8 * 1024)).await, 200);
    assert_eq!(status(&server, &get(8 * 1024 + 1)).await, 414);
    assert_eq!(status(&server, &get(70 * 1024)).await, 414);
    assert_eq!(status(&server, &get(1024 * 1024)).await, 414);
    let server = serve(App::new(routes![root]).uri_limit(10)).await;
    assert_eq!(status(&server, &get(10)).await, 200);
    assert_eq!(status(&server, &get(11)).await, 414);
}

#[tokio::test]
async fn headers_that_are_too_long_are_answered_with_431() {
    let get = |length: usize| format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "x".repeat(length));
    let server = serve(App::new(routes![root])).await;
    assert_eq!(status(&server, &get(60 * 1024)).await, 200);
    assert_eq!(status(&server, &get(130 * 1024)).await, 431);
    assert_eq!(status(&server, &get(1024 * 1024)).await, 431);
    let server = serve(App::new(routes![root]).header_limit(8 * 1024)).await;
    assert_eq!(status(&server, &get(7 * 1024)).await, 200);
    assert_eq!(status(&server, &get(17 * 1024)).await, 431);
}

#[tokio::test]
async fn too_many_headers_are_answered_with_431() {
    let get = |count: usize| format!("GET / HTTP/1.1\r\nhost: a\r\n{}\r\n", "x: y\r\n".repeat(count - 1));
    for (app, most) in [
        (App::new(table), 100),
        (App::new(table).header_count(5), 5),
        (App::new(table).header_count(300), 300),
    ] {
        let server = serve(app).await;
        assert_eq!(status(&server, &get(most)).await, 200, "{most}");
        assert_eq!(status(&server, &get(most + 1)).await, 431, "{most}");
    }
}

#[tokio::test]
async fn json_that_is_too_deep_is_answered_with_400() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let as_json = ["content-type: application/json"];
    for (app, most) in [(App::new(table), 127), (App::new(table).json_depth(3), 3)] {
        let server = serve(app).await;
        let within = server.send("POST", "/json", &as_json, deep(most).as_bytes()).await;
        assert_eq!(within.text(), "read");
        for depth in [most + 1, 100_000] {
            let response = server.send("POST", "/json", &as_json, deep(depth).as_bytes()).await;
            assert_eq!(response.status, 400, "{depth}");
            assert_eq!(response.problem().title, "Bad Request");
        }
    }
}

#[tokio::test]
async fn too_many_fields_are_refused() {
    let fields = |count: usize| vec!["a=b"; count].join("&");
    let as_form = ["content-type: application/x-www-form-urlencoded"];
    for (app, most) in [(App::new(table), 1_000), (App::new(table).field_limit(2), 2)] {
        let server = serve(app).await;
        let (within, beyond) = (fields(most), fields(most + 1));
        let send = async |body: &str| server.send("POST", "/form", &as_form, body.as_bytes()).await;
        assert_eq!(send(&within).await.text(), most.to_string());
        assert_eq!(send(&beyond).await.status, 413);
        assert_eq!(server.get(&format!("/query?{within}")).await.text(), most.to_string());
        assert_eq!(server.get(&format!("/query?{beyond}")).await.status, 400);
        assert_eq!(server.get(&format!("/named?{within}")).await.text(), "None");
        let response = server.get(&format!("/named?{beyond}")).await;
        assert!(response.problem().detail.is_some_and(|detail| detail.contains(&most.to_string())));
    }
}

/// The answer is there, and the client can go on to send all it has before it reads: nothing of it is lost to a reset.
#[tokio::test]
async fn a_client_that_still_sends_hears_that_it_is_too_much() {
    let server = serve(App::new(routes![length]).body_limit(1_000)).await;
    for framing in ["content-length: 8000000", "transfer-encoding: chunked"] {
        let mut client = server.connect().await;
        client.write(format!("POST /length HTTP/1.1\r\nhost: a\r\n{framing}\r\n\r\n").as_bytes()).await;
        if framing.contains("chunked") {
            client.write(b"7a1200\r\n").await;
        }
        for _ in 0..8 {
            client.write(&[b'x'; 1_000_000]).await;
            sleep(ms(5)).await;
        }
        let response = client.response().await;
        assert_eq!((response.status, response.problem().title.as_str()), (413, "Content Too Large"));
        assert_eq!(client.rest().await, "");
    }
}
