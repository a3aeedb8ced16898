//! The service as its clients see it: on a real port, with a file that outlives it.

use std::net::SocketAddr;
use std::path::PathBuf;

use fingerpost::Error;
use fingerpost::client::{Answer, Client, ProblemOf};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::api::{self, Limit};
use crate::app;
use crate::conformance::CONFORMANCE;
use crate::error::{ApiError, Mistake, Place};
use crate::note::{NewNote, Note, NoteEdit};
use crate::store::Store;

/// What clients learn of an `ApiError`.
type ApiProblem = ProblemOf<ApiError>;

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
    /// Calls the handlers by their names.
    client: Client,
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
        let client = Client::new(&format!("http://{address}/api"));
        Self { address, client, stop, served }
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

    async fn create(&self, title: &str, body: &str) -> Answer<Note, ApiProblem> {
        let new = NewNote { title: title.to_owned(), body: body.to_owned() };
        self.client.call(api::create::request(new)).await.unwrap()
    }

    async fn read(&self, id: i64) -> Answer<Note, ApiProblem> {
        self.client.call(api::read::request(id)).await.unwrap()
    }

    async fn change(&self, id: i64, edit: NoteEdit) -> Answer<Note, ApiProblem> {
        self.client.call(api::change::request(id, edit)).await.unwrap()
    }

    async fn titles(&self) -> Vec<String> {
        let notes = self.client.call(api::list::request(None, None)).await.unwrap().success().unwrap();
        notes.iter().map(|note| note.title.clone()).collect()
    }
}

fn titled(title: &str) -> NoteEdit {
    NoteEdit { title: Some(title.to_owned()), ..NoteEdit::default() }
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
}

#[tokio::test]
async fn a_note_is_created_and_read_where_location_says() {
    let file = File::new("create");
    let server = Server::start(&file).await;
    let created = server.create("Milk", "two bottles").await.success().unwrap();
    assert_eq!((created.status().as_u16(), created.location()), (201, Some("/api/notes/1")));
    let read = server.read(1).await.success().unwrap();
    assert_eq!((&*read.title, &*read.body), ("Milk", "two bottles"));
    assert_eq!(
        (read.created_at.len(), &read.created_at),
        ("2026-01-31T12:00:00Z".len(), &created.created_at)
    );
    assert_eq!(server.get("/api/notes/1").await.json()["id"], 1);
}

#[tokio::test]
async fn a_title_is_given_once() {
    let file = File::new("conflict");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    server.create("Bread", "").await.success().unwrap();
    let created = server.create("Milk", "").await;
    let Answer::Failure(ApiProblem::TitleTaken, problem) = created else { panic!("{created:?}") };
    assert_eq!(
        (problem.get_title(), problem.get_detail()),
        ("Title taken", Some("another note is called `Milk`"))
    );
    assert_eq!((problem.status().as_u16(), problem.location()), (409, None));
    let renamed = server.change(2, titled("Milk")).await;
    assert!(matches!(renamed, Answer::Failure(ApiProblem::TitleTaken, _)), "{renamed:?}");
    assert_eq!(server.titles().await, ["Milk", "Bread"]);
    assert_eq!(server.change(1, titled("Milk")).await.status(), 200);
}

#[tokio::test]
async fn of_two_who_ask_for_a_title_at_once_one_gets_it() {
    let file = File::new("race");
    let server = Server::start(&file).await;
    let (one, other, third) =
        tokio::join!(server.create("Milk", ""), server.create("Milk", ""), server.create("Milk", ""));
    let mut statuses = [one.status().as_u16(), other.status().as_u16(), third.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409]);
    assert_eq!(server.titles().await, ["Milk"]);
}

#[tokio::test]
async fn everything_that_is_not_valid_is_told_at_once() {
    let file = File::new("invalid");
    let server = Server::start(&file).await;
    let answer = server.create(" ", &"x".repeat(10_001)).await;
    let Answer::Failure(ApiProblem::Invalid { errors }, problem) = answer else { panic!("{answer:?}") };
    assert_eq!(problem.status(), 422);
    let mistake = |detail: &str, pointer: &str| Mistake {
        detail: detail.to_owned(),
        place: Place::Pointer(pointer.to_owned()),
    };
    assert_eq!(
        errors,
        [mistake("a note has a title", "#/title"), mistake("a body has at most 10000 characters", "#/body")]
    );
    assert_eq!(server.titles().await, [""; 0]);
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
    server.create("Milk", "").await.success().unwrap();
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
    server.create("Milk", "two bottles").await.success().unwrap();
    let three = NoteEdit { body: Some("three".to_owned()), ..NoteEdit::default() };
    assert_eq!(server.change(1, three).await.success().unwrap().title, "Milk");
    assert_eq!(server.read(1).await.success().unwrap().body, "three");
    let nulled = server.send("PATCH", "/api/notes/1", r#"{"title": null}"#).await;
    assert_eq!((nulled.status, &nulled.problem()["errors"][0]["pointer"]), (422, &json!("#/title")));
    let blank = server.change(1, titled("")).await;
    let Answer::Failure(ApiProblem::Invalid { errors }, _) = blank else { panic!("{blank:?}") };
    assert_eq!(errors[0].detail, "a note has a title");
}

#[tokio::test]
async fn a_deleted_note_is_gone_and_its_id_with_it() {
    let file = File::new("delete");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let remove = async || server.client.call(api::remove::request(1)).await.unwrap();
    let deleted = remove().await.success().unwrap();
    assert_eq!((deleted.status().as_u16(), deleted.header("content-type")), (204, None));
    let gone = [
        server.read(1).await.problem(),
        remove().await.problem(),
        server.change(1, NoteEdit::default()).await.problem(),
    ];
    for problem in gone {
        assert_eq!(problem.unwrap().to_string(), "404 Not Found: no note 1");
    }
    assert_eq!(server.create("Milk", "").await.success().unwrap().location(), Some("/api/notes/2"));
}

#[tokio::test]
async fn link_leads_through_the_pages() {
    let file = File::new("pages");
    let server = Server::start(&file).await;
    for title in ["a", "b", "c", "d", "e"] {
        server.create(title, "").await.success().unwrap();
    }
    let mut after = None;
    let mut pages = Vec::new();
    loop {
        let page =
            server.client.call(api::list::request(Some(&Limit(2)), after)).await.unwrap().success().unwrap();
        pages.push(page.iter().map(|note| note.title.as_str()).collect::<String>());
        let Some(link) = page.header("link") else { break };
        after = page.last().map(|note| note.id);
        let next = format!("</api/notes?limit=2&after={}>; rel=\"next\"", after.unwrap());
        assert_eq!(link, next);
    }
    assert_eq!(pages, ["ab", "cd", "e"]);
    let whole =
        server.client.call(api::list::request(Some(&Limit(5)), None)).await.unwrap().success().unwrap();
    assert_eq!((whole.len(), whole.header("link")), (5, None));
}

#[tokio::test]
async fn a_page_that_cannot_be_is_a_problem() {
    let file = File::new("no-page");
    let server = Server::start(&file).await;
    for limit in [0, 101, u32::MAX] {
        let answer = server.client.call(api::list::request(Some(&Limit(limit)), None)).await.unwrap();
        let Answer::Failure(ApiProblem::Invalid { errors }, _) = answer else {
            panic!("{limit}: {answer:?}")
        };
        let place = Place::Parameter("limit".into());
        assert_eq!(errors, [Mistake { detail: "a page has 1 to 100 notes".to_owned(), place }], "{limit}");
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
    server.create("Milk", "").await.success().unwrap();
    server.stop().await;
    let server = Server::start(&file).await;
    assert_eq!(server.titles().await, ["Milk"]);
    assert_eq!(server.create("Milk", "").await.status(), 409);
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
