//! Streams as bodies: events as a browser reads them, lines of JSON, pieces of text.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::{
    App, Body, Event, JsonLines, LastEventId, Response, Sse, Stream, Streamed, get, post, routes,
};
use serde::Serialize;

use crate::support::{Items, serve, soon};

/// What a browser makes of an event: its name, its data, and the last id it has seen.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    event: String,
    data: String,
    id: String,
}

fn seen(event: &str, data: &str, id: &str) -> Seen {
    Seen { event: event.to_owned(), data: data.to_owned(), id: id.to_owned() }
}

/// Reads a stream as the HTML standard says ("Interpreting an event stream").
fn dispatched(stream: &str) -> Vec<Seen> {
    let (mut events, mut event, mut data, mut id) = (vec![], String::new(), String::new(), String::new());
    let unified = stream.replace("\r\n", "\n").replace('\r', "\n");
    let Some(whole) = unified.strip_suffix('\n') else { return events };
    for line in whole.split('\n') {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" if line.is_empty() => {
                let name = std::mem::take(&mut event);
                let text = std::mem::take(&mut data);
                if let Some(text) = text.strip_suffix('\n') {
                    events.push(seen(if name.is_empty() { "message" } else { &name }, text, &id));
                }
            }
            "event" => value.clone_into(&mut event),
            "data" => data = data + value + "\n",
            "id" if !value.contains('\0') => value.clone_into(&mut id),
            _ => {}
        }
    }
    events
}

#[get("/events")]
fn events() -> Sse<Items<Event>> {
    Sse::new(Items::new([
        Event::data("plain"),
        Event::data("named").event("news").id(7),
        Event::data("one\ntwo\r\nthree\rfour\n\nfive"),
        Event::data(""),
        Event::data(" spaces stay "),
        Event::data("data: x\n\nevent: forged\nid: 8"),
        Event::comment("nothing\ndata: to see"),
        Event::json(&["a\nb"]).expect("a text is JSON").retry(Duration::from_millis(1500)),
    ]))
}

#[tokio::test]
async fn events_arrive_as_they_were_meant() {
    let response = serve(App::new(routes![events])).await.get("/events").await;
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-type"), Some("text/event-stream"));
    assert_eq!(response.header("cache-control"), Some("no-store"));
    assert_eq!(response.header("x-accel-buffering"), Some("no"));
    let text = response.text();
    assert_eq!(
        dispatched(&text),
        [
            seen("message", "plain", ""),
            seen("news", "named", "7"),
            seen("message", "one\ntwo\nthree\nfour\n\nfive", "7"),
            seen("message", "", "7"),
            seen("message", " spaces stay ", "7"),
            seen("message", "data: x\n\nevent: forged\nid: 8", "7"),
            seen("message", "[\"a\\nb\"]", "7"),
        ]
    );
    assert!(text.contains(": nothing\n: data: to see\n\n") && text.contains("retry: 1500\n"), "{text}");
}

/// Whatever the data is, the stream has one event with that data.
#[post("/echo")]
fn echo(data: String) -> Sse<Items<Event>> {
    Sse::new(Items::new([Event::data(data), Event::data("end")]))
}

#[tokio::test]
async fn no_data_can_be_taken_for_another_event() {
    let server = serve(App::new(routes![echo])).await;
    let pieces = ["\n", "\r", "\r\n", "data", ":", " ", "id: 1", "x", "\u{feff}", "\0", "\u{2028}"];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let data = format!("{first}{second}{third}");
                let response = server.send("POST", "/echo", &[], data.as_bytes()).await;
                let unified = data.replace("\r\n", "\n").replace('\r', "\n");
                let expected = [seen("message", &unified, ""), seen("message", "end", "")];
                assert_eq!(dispatched(&response.text()), expected, "{data:?}");
            }
        }
    }
}

#[post("/forged/{field}")]
fn forged(field: &str, value: String) -> Sse<Items<Event>> {
    let event = Event::data("x");
    let event = if field == "id" { event.id(value) } else { event.event(value) };
    Sse::new(Items::new([Event::data("before"), event, Event::data("after")]))
}

#[tokio::test]
async fn a_name_or_id_of_two_lines_ends_the_stream() {
    let server = serve(App::new(routes![forged])).await;
    for (target, value) in [
        ("/forged/id", "7\ndata:y"),
        ("/forged/id", "7\r"),
        ("/forged/id", "7\0"),
        ("/forged/event", "a\r\ndata:y"),
        ("/forged/event", "\n"),
    ] {
        let mut client = server.connect().await;
        client.send("POST", target, &[], value.as_bytes()).await;
        let rest = client.rest().await;
        assert!(rest.contains("data: before\n\n"), "{value:?}: {rest}");
        let forged = ["data: x", "after", "data:y"].iter().any(|text| rest.contains(text));
        assert!(!forged, "{value:?}: {rest}");
        assert!(!rest.contains("\r\n0\r\n"), "{value:?}: the body does not pretend to be whole: {rest}");
    }
    let fine = server.send("POST", "/forged/id", &[], "\u{e4} : b".as_bytes()).await;
    assert_eq!(dispatched(&fine.text())[1], seen("message", "x", "\u{e4} : b"));
}

#[get("/declared", header("Cache-Control" = "no-cache"))]
fn declared() -> Sse<Items<Result<Event, Infallible>>> {
    Sse::new(Items::new([Ok(Event::data("x"))]))
}

#[tokio::test]
async fn what_the_route_declares_stands() {
    let server = serve(App::new(routes![declared])).await;
    let response = server.get("/declared").await;
    assert_eq!(response.header("cache-control"), Some("no-cache"));
    let head = server.request("HEAD", "/declared").await;
    assert_eq!((head.status, head.header("content-type")), (200, Some("text/event-stream")));
}

/// One event, then silence; counts how many of it there are.
struct Silent {
    said: bool,
    alive: Arc<AtomicUsize>,
}

impl Stream for Silent {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Event>> {
        if std::mem::replace(&mut self.said, true) {
            Poll::Pending
        } else {
            Poll::Ready(Some(Event::data("hello")))
        }
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        self.alive.fetch_sub(1, Ordering::SeqCst);
    }
}

#[derive(Clone, Default)]
struct Alive(Arc<AtomicUsize>);

impl Alive {
    fn silent(&self) -> Silent {
        self.0.fetch_add(1, Ordering::SeqCst);
        Silent { said: false, alive: self.0.clone() }
    }
}

#[get("/silent")]
fn silent(alive: &Alive) -> Sse<Silent> {
    Sse::new(alive.silent()).keep_alive(Duration::from_millis(20))
}

#[get("/mute")]
fn mute(alive: &Alive) -> Sse<Silent> {
    Sse::new(alive.silent()).without_keep_alive()
}

#[tokio::test]
async fn silence_is_filled_with_comments() {
    let server = serve(App::new(routes![silent, mute]).state(Alive::default())).await;
    let mut client = server.connect().await;
    client.send("GET", "/silent", &[], b"").await;
    client.read_until("data: hello\n\n").await;
    for _ in 0..3 {
        client.read_until("\r\n3\r\n:\n\n").await;
    }
    let mut client = server.connect().await;
    client.send("GET", "/mute", &[], b"").await;
    client.read_until("data: hello\n\n\r\n").await;
    let more = tokio::time::timeout(Duration::from_millis(100), client.is_closed()).await;
    assert!(more.is_err(), "nothing more is said");
}

#[tokio::test]
async fn the_stream_ends_when_the_client_goes() {
    let alive = Alive::default();
    let server = serve(App::new(routes![silent, mute]).state(alive.clone())).await;
    for target in ["/silent", "/mute"] {
        let mut client = server.connect().await;
        client.send("GET", target, &[], b"").await;
        client.read_until("data: hello\n\n").await;
        assert_eq!(alive.0.load(Ordering::SeqCst), 1);
        drop(client);
        soon("the stream's end", async {
            while alive.0.load(Ordering::SeqCst) > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
    }
}

#[get("/resumed")]
fn resumed(last: Option<LastEventId>) -> Sse<Items<Event>> {
    let last: u32 = last.and_then(|id| id.parse().ok()).unwrap_or_default();
    Sse::new(Items::new((last + 1..=3).map(|id| Event::data("x").id(id))))
}

#[get("/required")]
fn required(last: LastEventId) -> String {
    last.0
}

#[tokio::test]
async fn a_client_goes_on_where_it_was() {
    let server = serve(App::new(routes![resumed, required])).await;
    assert_eq!(dispatched(&server.get("/resumed").await.text()).len(), 3);
    let again = server.send("GET", "/resumed", &["last-event-id: 2"], b"").await;
    assert_eq!(dispatched(&again.text()), [seen("message", "x", "3")]);
    let text = server.send("GET", "/required", &["Last-Event-ID: \u{e4}"], b"").await.text();
    assert_eq!(text, "\u{e4}");
    server.refuses(400, &[("/required", &["Last-Event-ID", "required"])]).await;
    let mut client = server.connect().await;
    client.write(b"GET /resumed HTTP/1.1\r\nhost: a\r\nlast-event-id: \xff\r\n\r\n").await;
    let response = client.response().await;
    assert_eq!((response.status, response.problem().detail.is_some()), (400, true));
}

#[derive(Serialize)]
struct Line {
    text: &'static str,
}

#[get("/lines")]
fn lines() -> JsonLines<Items<Result<Line, Infallible>>> {
    JsonLines(Items::new([Ok(Line { text: "a\nb" }), Ok(Line { text: "\u{2028}\"" })]))
}

#[get("/lines/failing")]
fn failing_lines() -> JsonLines<Items<Result<Line, std::io::Error>>> {
    JsonLines(Items::new([Ok(Line { text: "a" }), Err(std::io::ErrorKind::TimedOut.into())]))
}

#[tokio::test]
async fn lines_of_json_are_one_value_each() {
    let server = serve(App::new(routes![lines, failing_lines])).await;
    let response = server.get("/lines").await;
    assert_eq!(response.header("content-type"), Some("application/x-ndjson"));
    assert_eq!(response.text(), "{\"text\":\"a\\nb\"}\n{\"text\":\"\u{2028}\\\"\"}\n");
    let mut client = server.connect().await;
    client.send("GET", "/lines/failing", &[], b"").await;
    let rest = client.rest().await;
    assert!(rest.contains("{\"text\":\"a\"}\n") && !rest.contains("\r\n0\r\n"), "{rest}");
}

#[get("/text", content_type = "text/plain")]
fn text() -> Streamed<Items<String>> {
    Streamed(Items::new(["a".to_owned(), "b".to_owned()]))
}

#[get("/bytes")]
fn bytes() -> Streamed<Items<Bytes>> {
    Streamed(Items::new([Bytes::from_static(b"a"), Bytes::from_static(b"\xff")]))
}

#[get("/results")]
fn results() -> Streamed<Items<Result<&'static str, Infallible>>> {
    Streamed(Items::new([Ok("a"), Ok("b")]))
}

#[get("/body")]
fn body() -> Response {
    Response::new(Body::from_stream(Items::new(["a", "b"])))
}

#[tokio::test]
async fn pieces_are_text_or_bytes_or_a_result_of_them() {
    let server = serve(App::new(routes![text, bytes, results, body])).await;
    server.gives(&[("/text", "ab"), ("/results", "ab"), ("/body", "ab")]).await;
    assert_eq!(server.get("/text").await.header("content-type"), Some("text/plain"));
    assert_eq!(server.get("/bytes").await.body, b"a\xff");
    assert_eq!(server.get("/bytes").await.header("content-type"), Some("application/octet-stream"));
}
