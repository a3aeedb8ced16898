//! The service as its clients see it: on a real port, with a file that outlives it.

use std::net::SocketAddr;
use std::path::PathBuf;

use fingerpost::Error;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::app;
use crate::conformance::CONFORMANCE;
use crate::store::Store;

/// A file of notes that is gone after the test.
struct File(PathBuf);

impl File {
    fn new(test: &str) -> Self {
        let file = Self(std::env::temp_dir().join(format!("notes-{}-{test}.db", std::process::id())));
        file.remove();
        file
    }

    fn remove(&self) {
        for suffix in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{suffix}", self.0.display()));
        }
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.remove();
    }
}

struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), Error>>,
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Server {
    async fn start(file: &File) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let service = app(Store::open(&file.0).unwrap()).unwrap().layer(&CONFORMANCE);
        let served = tokio::spawn(service.serve_until(listener, async { _ = stopped.await }));
        Self { address, stop, served }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap().unwrap();
    }

    async fn send(&self, method: &str, path: &str, body: &str) -> Reply {
        self.send_as("application/json", method, path, body).await
    }

    async fn send_as(&self, media_type: &str, method: &str, path: &str, body: &str) -> Reply {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: {media_type}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len(),
        );
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).await.unwrap();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    async fn get(&self, path: &str) -> Reply {
        self.send("GET", path, "").await
    }

    async fn create(&self, title: &str) -> Reply {
        self.send("POST", "/api/notes", &json!({ "title": title }).to_string()).await
    }
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The document of a failure, once it is known to be one.
    fn problem(&self) -> Value {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.body);
        assert_eq!(self.json()["status"], self.status);
        self.json()
    }

    fn titles(&self) -> Vec<String> {
        assert_eq!(self.status, 200, "{}", self.body);
        let notes = self.json();
        notes.as_array().unwrap().iter().map(|note| note["title"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn a_note_is_created_and_read_where_location_says() {
    let file = File::new("create");
    let server = Server::start(&file).await;
    let created = server.send("POST", "/api/notes", r#"{"title": "Milk", "body": "two bottles"}"#).await;
    assert_eq!((created.status, created.header("location")), (201, Some("/api/notes/1")));
    let read = server.get("/api/notes/1").await;
    assert_eq!((read.status, &read.body), (200, &created.body));
    assert_eq!((&read.json()["title"], &read.json()["body"]), (&json!("Milk"), &json!("two bottles")));
    assert_eq!(read.json()["created_at"].as_str().map(str::len), Some("2026-01-31T12:00:00Z".len()));
}

#[tokio::test]
async fn a_title_is_given_once() {
    let file = File::new("conflict");
    let server = Server::start(&file).await;
    server.create("Milk").await;
    server.create("Bread").await;
    let created = server.create("Milk").await;
    assert_eq!((created.status, created.header("location")), (409, None));
    assert_eq!(
        created.problem(),
        json!({"title": "Title taken", "status": 409, "detail": "another note is called `Milk`"}),
    );
    let renamed = server.send("PATCH", "/api/notes/2", r#"{"title": "Milk"}"#).await;
    assert_eq!(
        (renamed.status, renamed.problem()["detail"].as_str()),
        (409, Some("another note is called `Milk`"))
    );
    assert_eq!(server.get("/api/notes").await.titles(), ["Milk", "Bread"]);
    assert_eq!(server.send("PATCH", "/api/notes/1", r#"{"title": "Milk"}"#).await.status, 200);
}

#[tokio::test]
async fn of_two_who_ask_for_a_title_at_once_one_gets_it() {
    let file = File::new("race");
    let server = Server::start(&file).await;
    let (one, other, third) =
        tokio::join!(server.create("Milk"), server.create("Milk"), server.create("Milk"));
    let mut statuses = [one.status, other.status, third.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409]);
    assert_eq!(server.get("/api/notes").await.titles(), ["Milk"]);
}

#[tokio::test]
async fn everything_that_is_not_valid_is_told_at_once() {
    let file = File::new("invalid");
    let server = Server::start(&file).await;
    let note = json!({ "title": " ", "body": "x".repeat(10_001) });
    let reply = server.send("POST", "/api/notes", &note.to_string()).await;
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.problem()["errors"],
        json!([
            {"detail": "a note has a title", "pointer": "#/title"},
            {"detail": "a body has at most 10000 characters", "pointer": "#/body"},
        ]),
    );
    assert_eq!(server.get("/api/notes").await.titles(), [""; 0]);
}

#[tokio::test]
async fn a_body_that_is_no_note_is_a_problem() {
    let file = File::new("no-note");
    let server = Server::start(&file).await;
    for (body, status, pointer) in [
        ("", 400, None),
        ("{", 400, None),
        ("{}", 422, Some("#")),
        (r#"{"title": 7}"#, 422, Some("#/title")),
        (r#"{"title": "Milk", "colour": "white"}"#, 422, Some("#/colour")),
    ] {
        let reply = server.send("POST", "/api/notes", body).await;
        assert_eq!(
            (reply.status, reply.problem()["errors"][0]["pointer"].as_str()),
            (status, pointer),
            "{body}"
        );
    }
    server.create("Milk").await;
    let huge = json!({ "title": "x".repeat(128 << 10) }).to_string();
    for (method, path) in [("POST", "/api/notes"), ("PATCH", "/api/notes/1")] {
        assert_eq!(server.send(method, path, &huge).await.problem()["status"], 413);
        assert_eq!(server.send_as("text/plain", method, path, "Milk").await.problem()["status"], 415);
    }
}

#[tokio::test]
async fn a_change_leaves_what_it_does_not_name() {
    let file = File::new("change");
    let server = Server::start(&file).await;
    server.send("POST", "/api/notes", r#"{"title": "Milk", "body": "two bottles"}"#).await;
    let changed = server.send("PATCH", "/api/notes/1", r#"{"body": "three"}"#).await;
    assert_eq!((changed.status, changed.json()["title"].as_str()), (200, Some("Milk")));
    assert_eq!(server.get("/api/notes/1").await.json()["body"], "three");
    let nulled = server.send("PATCH", "/api/notes/1", r#"{"title": null}"#).await;
    assert_eq!((nulled.status, &nulled.problem()["errors"][0]["pointer"]), (422, &json!("#/title")));
    let blank = server.send("PATCH", "/api/notes/1", r#"{"title": ""}"#).await;
    assert_eq!((blank.status, &blank.problem()["errors"][0]["detail"]), (422, &json!("a note has a title")));
}

#[tokio::test]
async fn a_deleted_note_is_gone_and_its_id_with_it() {
    let file = File::new("delete");
    let server = Server::start(&file).await;
    server.create("Milk").await;
    let deleted = server.send("DELETE", "/api/notes/1", "").await;
    assert_eq!((deleted.status, &*deleted.body, deleted.header("content-type")), (204, "", None));
    for (method, body) in [("GET", ""), ("DELETE", ""), ("PATCH", "{}")] {
        let reply = server.send(method, "/api/notes/1", body).await;
        assert_eq!((reply.status, reply.problem()["detail"].as_str()), (404, Some("no note 1")), "{method}");
    }
    assert_eq!(server.create("Milk").await.header("location"), Some("/api/notes/2"));
}

#[tokio::test]
async fn link_leads_through_the_pages() {
    let file = File::new("pages");
    let server = Server::start(&file).await;
    for title in ["a", "b", "c", "d", "e"] {
        server.create(title).await;
    }
    let mut path = "/api/notes?limit=2".to_owned();
    let mut pages = Vec::new();
    loop {
        let page = server.get(&path).await;
        pages.push(page.titles().concat());
        let Some(link) = page.header("link") else { break };
        path =
            link.strip_prefix('<').and_then(|link| link.strip_suffix(">; rel=\"next\"")).unwrap().to_owned();
    }
    assert_eq!(pages, ["ab", "cd", "e"]);
    let whole = server.get("/api/notes?limit=5").await;
    assert_eq!((whole.titles().len(), whole.header("link")), (5, None));
}

#[tokio::test]
async fn a_page_that_cannot_be_is_a_problem() {
    let file = File::new("no-page");
    let server = Server::start(&file).await;
    for limit in ["0", "101", "4294967295"] {
        let reply = server.get(&format!("/api/notes?limit={limit}")).await;
        let errors = json!([{"detail": "a page has 1 to 100 notes", "parameter": "limit"}]);
        assert_eq!((reply.status, &reply.problem()["errors"]), (422, &errors), "{limit}");
    }
    for query in ["limit=-1", "limit=two", "after=x", "limit="] {
        assert_eq!(server.get(&format!("/api/notes?{query}")).await.problem()["status"], 400, "{query}");
    }
    for (method, body) in [("GET", ""), ("PATCH", "{}"), ("DELETE", "")] {
        assert_eq!(server.send(method, "/api/notes/one", body).await.problem()["status"], 400, "{method}");
    }
}

#[tokio::test]
async fn notes_are_there_after_a_restart() {
    let file = File::new("restart");
    let server = Server::start(&file).await;
    server.create("Milk").await;
    server.stop().await;
    let server = Server::start(&file).await;
    assert_eq!(server.get("/api/notes").await.titles(), ["Milk"]);
    assert_eq!(server.create("Milk").await.status, 409);
}

#[tokio::test]
async fn a_store_that_fails_tells_the_client_no_more_than_that() {
    let file = File::new("broken");
    let server = Server::start(&file).await;
    let other = rusqlite::Connection::open(&file.0).unwrap();
    other.execute_batch("DROP TABLE notes").unwrap();
    for (method, path, body) in [
        ("GET", "/api/notes", ""),
        ("POST", "/api/notes", r#"{"title": "Milk"}"#),
        ("GET", "/api/notes/1", ""),
        ("PATCH", "/api/notes/1", "{}"),
        ("DELETE", "/api/notes/1", ""),
    ] {
        let reply = server.send(method, path, body).await;
        assert_eq!(
            reply.problem(),
            json!({"title": "Internal Server Error", "status": 500}),
            "{method} {path}"
        );
        assert_eq!(reply.status, 500);
    }
}

#[tokio::test]
async fn the_root_leads_to_the_notes() {
    let file = File::new("root");
    let server = Server::start(&file).await;
    let home = server.get("/").await;
    assert_eq!((home.status, home.header("location")), (303, Some("/api/notes")));
}
