//! A client that does not go on, more requests than there is room for, and a store that fails.

use std::time::Duration;

use serde_json::json;
use tokio::io::AsyncReadExt;

use super::server::{File, Raw, Server, editor};

/// One request for each handler.
const ALL: [(&str, &str, &str); 6] = [
    ("GET", "/api/notes", ""),
    ("GET", "/api/titles", ""),
    ("POST", "/api/notes", r#"{"title": "Milk"}"#),
    ("GET", "/api/notes/1", ""),
    ("PATCH", "/api/notes/1", "{}"),
    ("DELETE", "/api/notes/1", ""),
];

#[tokio::test]
async fn a_body_that_does_not_come_is_waited_for_no_longer_than_the_app_says() {
    let file = File::new("slow");
    let server = Server::start_as(&file, |app| app.body_rate(5_000, Duration::from_millis(200))).await;
    for (method, path) in [("POST", "/api/notes"), ("PATCH", "/api/notes/1")] {
        let stalled = server.begin(method, path, &editor(), 100).await;
        Raw::read(stalled).await.problem(408);
    }
}

#[tokio::test]
async fn more_requests_than_there_is_room_for_are_refused_at_once() {
    let file = File::new("busy");
    let server = Server::start_as(&file, |app| {
        // It is waited for as long as the test takes.
        app.concurrency(1).body_rate(0, Duration::from_secs(1))
    })
    .await;
    // The server asks for the body once the handler's arguments are read.
    let headers = editor() + "Expect: 100-continue\r\n";
    let mut under_way = server.begin("POST", "/api/notes", &headers, 100).await;
    let mut asked = [0; 25];
    under_way.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    for (method, path, body) in ALL {
        let refused = server.send(method, path, &editor(), body).await;
        refused.problem(503);
        assert_eq!(refused.header("retry-after"), Some("1"), "{method} {path}");
    }
    drop(under_way);
}

#[tokio::test]
async fn a_store_that_fails_tells_the_client_no_more_than_that() {
    let file = File::new("broken");
    let server = Server::start(&file).await;
    let other = rusqlite::Connection::open(&file.0).unwrap();
    other.execute_batch("DROP TABLE notes").unwrap();
    for (method, path, body) in ALL {
        let problem = server.send(method, path, &editor(), body).await.problem(500);
        assert_eq!(problem, json!({"title": "Internal Server Error", "status": 500}), "{method} {path}");
    }
}
