//! What an app says of itself: where it listens, its table, and why it answered with a 5xx.

mod support;

use std::fmt::{Debug, Write};
use std::sync::Mutex;

use fingerpost::{App, Problem, Stream, Streamed, Tls, get, post, routes};
use support::serve;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Everything that is said, a line each.
static SAID: Mutex<Vec<(Level, String)>> = Mutex::new(Vec::new());

struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("fingerpost")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        SAID.lock().expect("nobody panics").push((*event.metadata().level(), line.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The fields of an event, one after the other.
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, "{field}={value:?} ");
    }
}

fn said(level: Level, words: &[&str]) -> bool {
    let said = SAID.lock().expect("nobody panics");
    said.iter().any(|(own, line)| *own == level && words.iter().all(|word| line.contains(word)))
}

fn all_said() -> String {
    format!("{:#?}", SAID.lock().expect("nobody panics"))
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

#[post("/posts")]
fn new_post() -> Problem {
    Problem::new(500).detail("the table is gone").because(std::io::Error::other("disk full"))
}

#[get("/panics")]
fn panics() {
    panic!("an invariant is broken")
}

#[get("/bomb")]
fn bomb() -> Streamed<impl Stream<Item = &'static str> + use<>> {
    Streamed(futures_util::stream::poll_fn(|_| panic!("a broken stream")))
}

#[get("/missing")]
fn missing() -> Problem {
    Problem::new(404).detail("nobody needs to know")
}

#[tokio::test]
async fn an_app_says_what_its_owner_needs() {
    tracing::subscriber::set_global_default(Listener).expect("the only one");
    let server = serve(App::new(routes!["/api" => get_post, new_post, panics, bomb, missing])).await;
    server.gives(&[("/api/posts/7", "7")]).await;
    let address = server.address.to_string();
    assert!(said(Level::INFO, &["listening", &address]), "{}", all_said());
    assert!(said(Level::DEBUG, &["GET", "/api/posts/{id}", "get_post"]), "{}", all_said());
    assert!(said(Level::DEBUG, &["POST", "/posts", "new_post"]), "{}", all_said());

    server.request("POST", "/posts?token=secret").await;
    assert!(
        said(Level::ERROR, &["POST", "/posts", "500", "the table is gone", "disk full"]),
        "{}",
        all_said()
    );
    server.get("/panics").await;
    assert!(said(Level::ERROR, &["/panics", "500", "an invariant is broken"]), "{}", all_said());
    let mut client = server.connect().await;
    client.send("GET", "/bomb", &[], b"").await;
    client.all_that_comes().await;
    assert!(said(Level::ERROR, &["`bomb` at `/bomb`", "a broken stream"]), "{}", all_said());
    server.get("/missing").await;
    server.stopped().await.expect("no error");
    for never in ["secret", "nobody needs to know"] {
        assert!(!all_said().contains(never), "{}", all_said());
    }
    assert!(said(Level::INFO, &["stopping"]), "{}", all_said());
    and_of_https().await;
}

async fn and_of_https() {
    let made = rcgen::generate_simple_self_signed(["fingerpost.test".to_owned()]).expect("a certificate");
    let tls = Tls::from_pem(made.cert.pem(), made.signing_key.serialize_pem());
    let server = serve(App::new(routes![get_post]).tls(tls)).await;
    assert_eq!(server.get("/posts/7").await.status, 400);
    assert!(said(Level::INFO, &[&format!("listening on https://{}", server.address)]), "{}", all_said());
    assert!(said(Level::DEBUG, &["plain HTTP, and this port speaks HTTPS alone"]), "{}", all_said());
    let mut client = server.connect().await;
    client.write(&[0; 10]).await;
    client.all_that_comes().await;
    assert!(said(Level::DEBUG, &["a TLS handshake failed"]), "{}", all_said());
}
