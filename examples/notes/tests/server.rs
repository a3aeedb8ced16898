//! `Server`: the service on a port, called by the names of its handlers, or byte by byte.

use std::net::SocketAddr;
use std::path::PathBuf;

use fingerpost::client::{Answer, Client, ProblemOf, Reply};
use fingerpost::{Bearer, Error, IfMatch};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::conformance::CONFORMANCE;
use crate::error::{ChangeError, CreateError, FindError};
use crate::note::{NewNote, Note, NoteEdit};
use crate::store::Store;
use crate::{Notes, api, app};

/// What clients learn of the errors.
pub(super) type FindProblem = ProblemOf<FindError>;
pub(super) type CreateProblem = ProblemOf<CreateError>;
pub(super) type ChangeProblem = ProblemOf<ChangeError>;

const TOKEN: &str = "milk-and-bread";

pub(super) fn token() -> Bearer {
    Bearer(TOKEN.to_owned())
}

/// A file of notes that is gone after the test.
pub(super) struct File(pub(super) PathBuf);

impl File {
    pub(super) fn new(test: &str) -> Self {
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

pub(super) struct Server {
    address: SocketAddr,
    /// Calls the handlers by their names.
    pub(super) client: Client,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), Error>>,
}

impl Server {
    pub(super) async fn start(file: &File) -> Self {
        Self::start_as(file, |app| app).await
    }

    /// The same with other limits.
    pub(super) async fn start_as(file: &File, limited: impl FnOnce(Notes) -> Notes) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let app = limited(app(Store::open(&file.0).unwrap(), TOKEN)).layer(&CONFORMANCE);
        let served = tokio::spawn(app.serve_until(listener, async { _ = stopped.await }));
        let client = Client::new(&format!("http://{address}/api"));
        Self { address, client, stop, served }
    }

    pub(super) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap().unwrap();
    }

    pub(super) async fn create(&self, title: &str, body: &str) -> Answer<Note, CreateProblem> {
        let new = NewNote { title: title.to_owned(), body: body.to_owned() };
        self.client.call(api::create::request(token(), new)).await.unwrap()
    }

    pub(super) async fn read(&self, id: i64) -> Answer<Note, FindProblem> {
        self.client.call(api::read::request(id)).await.unwrap()
    }

    /// Whatever is there is changed.
    pub(super) async fn change(&self, id: i64, edit: NoteEdit) -> Answer<Note, ChangeProblem> {
        self.change_seen(id, IfMatch::any(), edit).await
    }

    pub(super) async fn change_seen(
        &self,
        id: i64,
        seen: IfMatch,
        edit: NoteEdit,
    ) -> Answer<Note, ChangeProblem> {
        self.client.call(api::change::request(id, token(), seen, edit)).await.unwrap()
    }

    pub(super) async fn remove(&self, id: i64) -> Answer<(), FindProblem> {
        self.client.call(api::remove::request(id, token())).await.unwrap()
    }

    pub(super) async fn titles(&self) -> Vec<String> {
        let notes = self.client.call(api::list::request(None, None)).await.unwrap().success().unwrap();
        notes.iter().map(|note| note.title.clone()).collect()
    }

    /// Begins a request: `length` is what its body is to be.
    pub(super) async fn begin(&self, method: &str, path: &str, headers: &str, length: usize) -> TcpStream {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n",
            self.address,
        );
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stream
    }

    /// Sends what no typed client would.
    pub(super) async fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> Raw {
        let mut stream = self.begin(method, path, headers, body.len()).await;
        stream.write_all(body.as_bytes()).await.unwrap();
        Raw::read(stream).await
    }

    pub(super) async fn get(&self, path: &str) -> Raw {
        self.send("GET", path, "", "").await
    }
}

/// The headers of somebody who may change notes, with JSON.
pub(super) fn editor() -> String {
    format!("Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\nIf-Match: *\r\n")
}

pub(super) fn titled(title: &str) -> NoteEdit {
    NoteEdit { title: Some(title.to_owned()), ..NoteEdit::default() }
}

/// What a change of the note as it is in the answer names.
pub(super) fn tag(seen: &Reply<Note>) -> IfMatch {
    IfMatch::from(seen.header("etag").unwrap().parse::<fingerpost::ETag>().unwrap())
}

/// An answer as it came.
pub(super) struct Raw {
    pub(super) status: u16,
    head: String,
    pub(super) body: String,
}

impl Raw {
    pub(super) async fn read(mut stream: TcpStream) -> Self {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    /// The document of a failure, once it is known to be one of this status.
    pub(super) fn problem(&self, status: u16) -> Value {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.body);
        let problem: Value = serde_json::from_str(&self.body).unwrap();
        assert_eq!((self.status, &problem["status"]), (status, &Value::from(status)));
        problem
    }
}
