//! Conditional requests over a socket: `ETag`, `Last-Modified`, 304, 412, 428 (RFC 9110 §13, RFC 6585 §3).

mod support;

use std::sync::Mutex;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fingerpost::{
    App, Body, ETag, IfMatch, Json, PreconditionFailed, Preconditions, Problem, StatusCode, Validators,
    delete, get, problem, put, routes,
};
use serde::{Deserialize, Serialize};
use support::{Items, Response, Server, serve};

#[derive(Clone, Serialize, Deserialize)]
struct Note {
    text: String,
    version: u64,
}

/// One note, or none.
type Notes = Mutex<Option<Note>>;

fn one_note() -> Notes {
    Mutex::new(Some(Note { text: "milk".to_owned(), version: 1 }))
}

#[get("/note", etag = |note| note.version, header("Cache-Control" = "no-cache"), header("Vary" = "cookie"))]
fn note(notes: &Notes) -> Option<Json<Note>> {
    notes.lock().unwrap().clone().map(Json)
}

#[put("/note")]
async fn put_note(text: String, if_match: IfMatch, notes: &Notes) -> Result<(ETag, Json<Note>), Problem> {
    // Checked and written under one lock.
    let mut notes = notes.lock().unwrap();
    if_match.check(notes.as_ref().map(|note| ETag::from(note.version)))?;
    let version = notes.as_ref().map_or(1, |note| note.version + 1);
    let note = notes.insert(Note { text, version });
    Ok((note.version.into(), Json(note.clone())))
}

#[delete("/note")]
fn delete_note(if_match: Option<IfMatch>, notes: &Notes) -> Result<(), PreconditionFailed> {
    let mut notes = notes.lock().unwrap();
    if let Some(if_match) = if_match {
        if_match.check(notes.as_ref().map(|note| ETag::from(note.version)))?;
    }
    *notes = None;
    Ok(())
}

async fn asked(server: &Server, target: &str, head: &[&str]) -> Response {
    server.send("GET", target, head, b"").await
}

#[tokio::test]
async fn a_success_has_the_declared_tag_and_is_304_for_who_has_it() {
    let server = serve(App::new(routes![note]).state(one_note())).await;
    let first = server.get("/note").await;
    assert_eq!((first.status, first.header("etag")), (200, Some("\"1\"")));
    for known in ["\"1\"", "W/\"1\"", "*", "\"0\", \"1\"", "\"a,b\",\"1\"", "junk, \"1\""] {
        for method in ["GET", "HEAD"] {
            let response = server.send(method, "/note", &[&format!("if-none-match: {known}")], b"").await;
            assert_eq!(response.status, 304, "{method} {known}");
            assert!(response.body.is_empty());
            // RFC 9110 §15.4.5: those that the success would have, and nothing about the content.
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(response.header(name), first.header(name), "{name}");
            }
            assert!(response.header("date").is_some());
            for name in ["content-type", "content-length", "transfer-encoding"] {
                assert_eq!(response.header(name), None, "{name}");
            }
        }
    }
}

#[tokio::test]
async fn a_connection_goes_on_after_304() {
    let server = serve(App::new(routes![note]).state(one_note())).await;
    let mut client = server.connect().await;
    for _ in 0..3 {
        client.send("GET", "/note", &["if-none-match: \"1\""], b"").await;
        assert_eq!(client.response().await.status, 304);
        assert_eq!(client.request("GET", "/note").await.status, 200);
    }
}

#[tokio::test]
async fn another_tag_or_none_that_is_one_gets_the_content() {
    let server = serve(App::new(routes![note]).state(one_note())).await;
    for other in ["\"2\"", "", "1", "\"1", "\"*\"", "W/", "w/\"1\""] {
        let response = asked(&server, "/note", &[&format!("if-none-match: {other}")]).await;
        assert_eq!(response.status, 200, "{other}");
        assert!(response.text().contains("milk"));
    }
}

#[tokio::test]
async fn if_match_on_a_get_is_412_where_it_is_another() {
    let server = serve(App::new(routes![note]).state(one_note())).await;
    assert_eq!(asked(&server, "/note", &["if-match: \"1\""]).await.status, 200);
    // Compared strongly (RFC 9110 §13.1.1).
    for other in ["\"2\"", "W/\"1\"", ""] {
        let response = asked(&server, "/note", &[&format!("if-match: {other}")]).await;
        assert_eq!(
            (response.status, response.header("content-type")),
            (412, Some("application/problem+json")),
            "{other}"
        );
    }
    // It is evaluated first (§13.2.2).
    assert_eq!(asked(&server, "/note", &["if-match: \"2\"", "if-none-match: \"1\""]).await.status, 412);
    assert_eq!(asked(&server, "/note", &["if-match: \"1\"", "if-none-match: \"1\""]).await.status, 304);
}

#[tokio::test]
async fn preconditions_are_nothing_to_a_failure() {
    let server = serve(App::new(routes![note]).state(Notes::default())).await;
    for condition in ["if-none-match: *", "if-match: \"1\"", "if-none-match: \"1\""] {
        let response = asked(&server, "/note", &[condition]).await;
        assert_eq!((response.status, response.header("etag")), (404, None), "{condition}");
    }
}

#[tokio::test]
async fn a_change_needs_the_tag_of_what_it_changes() {
    let server = serve(App::new(routes![note, put_note, delete_note]).state(one_note())).await;
    let missing = server.send("PUT", "/note", &[], b"eggs").await;
    assert_eq!((missing.status, missing.header("content-type")), (428, Some("application/problem+json")));
    assert!(missing.text().contains("If-Match"), "{}", missing.text());
    for other in ["\"2\"", "W/\"1\"", "1", "", "\"1 \""] {
        let response = server.send("PUT", "/note", &[&format!("if-match: {other}")], b"eggs").await;
        assert_eq!(response.status, 412, "{other}");
    }
    assert!(server.get("/note").await.text().contains("milk"), "nothing has been changed");
    let put = server.send("PUT", "/note", &["if-match: \"0\", \"1\""], b"eggs").await;
    assert_eq!((put.status, put.header("etag")), (200, Some("\"2\"")));
    // Of two clients that have seen the same, one comes too late.
    assert_eq!(server.send("PUT", "/note", &["if-match: \"1\""], b"flour").await.status, 412);
    assert_eq!(server.send("PUT", "/note", &["if-match: *"], b"flour").await.header("etag"), Some("\"3\""));
    assert_eq!(server.send("DELETE", "/note", &["if-match: \"2\""], b"").await.status, 412);
    assert_eq!(server.send("DELETE", "/note", &[], b"").await.status, 204);
    assert_eq!(server.send("PUT", "/note", &["if-match: *"], b"flour").await.status, 412, "nothing is there");
}

#[tokio::test]
async fn of_many_writers_with_one_tag_one_wins() {
    let server = serve(App::new(routes![note, put_note]).state(one_note())).await;
    let writers = (0..16).map(|_| server.send("PUT", "/note", &["if-match: \"1\""], b"mine"));
    let statuses: Vec<u16> =
        futures_util::future::join_all(writers).await.into_iter().map(|it| it.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 412).count(), 15, "{statuses:?}");
}

#[put("/page")]
fn put_page(text: String, conditions: Preconditions, notes: &Notes) -> Result<(), Problem> {
    let mut notes = notes.lock().unwrap();
    let changed = UNIX_EPOCH + Duration::new(784_111_777, 500_000_000);
    let current =
        notes.as_ref().map(|note| Validators::from(ETag::from(note.version)).last_modified(changed));
    conditions.check(current)?;
    let version = notes.as_ref().map_or(1, |note| note.version + 1);
    *notes = Some(Note { text, version });
    Ok(())
}

/// The seconds of the time above.
const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
const EARLIER: &str = "Sun, 06 Nov 1994 08:49:36 GMT";

#[tokio::test]
async fn all_preconditions_of_a_change_are_checked_in_their_order() {
    for (head, status) in [
        (vec![], 204),
        (vec!["if-none-match: *"], 412),
        (vec!["if-none-match: \"1\""], 412),
        (vec!["if-none-match: W/\"1\""], 412),
        (vec!["if-none-match: \"2\""], 204),
        (vec!["if-match: \"1\"", "if-none-match: \"1\""], 412),
        (vec!["if-unmodified-since: Sun, 06 Nov 1994 08:49:37 GMT"], 204),
        (vec!["if-unmodified-since: Sun, 06 Nov 1994 08:49:36 GMT"], 412),
        // `If-Match` goes before the date, and what is no date is passed over.
        (vec!["if-match: \"1\"", "if-unmodified-since: Sun, 06 Nov 1994 08:49:36 GMT"], 204),
        (vec!["if-unmodified-since: yesterday"], 204),
        // That is for GET and HEAD alone.
        (vec!["if-modified-since: Sun, 06 Nov 1994 08:49:37 GMT"], 204),
    ] {
        let server = serve(App::new(routes![put_page]).state(one_note())).await;
        assert_eq!(server.send("PUT", "/page", &head, b"eggs").await.status, status, "{head:?}");
    }
    let server = serve(App::new(routes![put_page]).state(Notes::default())).await;
    assert_eq!(server.send("PUT", "/page", &["if-match: *"], b"eggs").await.status, 412);
    assert_eq!(server.send("PUT", "/page", &["if-none-match: *"], b"eggs").await.status, 204, "the first");
    assert_eq!(server.send("PUT", "/page", &["if-none-match: *"], b"eggs").await.status, 412, "the second");
}

#[get("/dated", last_modified = |_| UNIX_EPOCH + Duration::new(784_111_777, 900_000_000))]
fn dated() -> &'static str {
    "dated"
}

#[get("/both", last_modified = |_| UNIX_EPOCH + Duration::from_secs(784_111_777), etag = |text| ETag::weak(text.len()))]
async fn both() -> String {
    "both".to_owned()
}

#[get("/tomorrow", last_modified = |_| Some(SystemTime::now() + Duration::from_secs(86_400)))]
fn tomorrow() -> &'static str {
    "not yet"
}

#[get("/unknown", last_modified = |_| None::<SystemTime>, etag = |_| None::<ETag>)]
fn unknown() -> &'static str {
    "unknown"
}

#[tokio::test]
async fn the_time_of_the_last_change_is_a_validator_too() {
    let server = serve(App::new(routes![dated, both, tomorrow, unknown])).await;
    assert_eq!(server.get("/dated").await.header("last-modified"), Some(DATE));
    for (since, status) in
        [(DATE, 304), (EARLIER, 200), ("today", 200), ("Tue, 01 Jan 2030 00:00:00 GMT", 304)]
    {
        let response = asked(&server, "/dated", &[&format!("if-modified-since: {since}")]).await;
        assert_eq!((response.status, response.header("last-modified")), (status, Some(DATE)), "{since}");
    }
    assert_eq!(asked(&server, "/dated", &[&format!("if-unmodified-since: {EARLIER}")]).await.status, 412);

    let first = server.get("/both").await;
    assert_eq!((first.header("etag"), first.header("last-modified")), (Some("W/\"4\""), Some(DATE)));
    // A tag is more exact than a date, which is passed over then (RFC 9110 §13.1.3).
    let since = format!("if-modified-since: {DATE}");
    assert_eq!(asked(&server, "/both", &["if-none-match: \"5\"", &since]).await.status, 200);
    assert_eq!(asked(&server, "/both", &["if-none-match: \"4\"", &since]).await.status, 304);

    let said = server.get("/tomorrow").await;
    let said = httpdate::parse_http_date(said.header("last-modified").unwrap()).unwrap();
    assert!(said <= SystemTime::now(), "no later than the answer itself");
    let unknown = server.get("/unknown").await;
    assert_eq!((unknown.status, unknown.header("etag"), unknown.header("last-modified")), (200, None, None));
}

#[get("/hashed?{text}", etag)]
fn hashed(text: String) -> String {
    text
}

#[get("/own", etag)]
fn own() -> (ETag, &'static str) {
    (ETag::from(7_u8), "its own")
}

#[get("/streamed", etag)]
fn streamed() -> Body {
    Body::from_stream(Items::new([Ok::<_, std::io::Error>("one "), Ok("two")]))
}

#[get("/accepted", etag)]
fn elsewhere() -> (StatusCode, &'static str) {
    (StatusCode::SEE_OTHER, "elsewhere")
}

#[get("/broken", etag = |_| "two words")]
fn broken() -> &'static str {
    "never sent"
}

#[get("/pooled", etag, blocking)]
fn pooled() -> Result<Body, Problem> {
    Err(problem!(409))
}

#[tokio::test]
async fn a_tag_of_the_content_is_the_same_for_the_same_bytes_alone() {
    let server = serve(App::new(routes![hashed, own, streamed, elsewhere, broken, pooled])).await;
    let (one, same, other) = (
        server.get("/hashed?text=one").await,
        server.get("/hashed?text=one").await,
        server.get("/hashed?text=two").await,
    );
    let tag = one.header("etag").unwrap();
    assert_eq!(same.header("etag"), Some(tag));
    assert_ne!(other.header("etag"), Some(tag));
    assert!(tag.starts_with('"') && tag.len() == 34, "{tag}");
    let condition = format!("if-none-match: {tag}");
    assert_eq!(asked(&server, "/hashed?text=one", &[&condition]).await.status, 304);
    assert_eq!(asked(&server, "/hashed?text=two", &[&condition]).await.status, 200);
    let head = server.send("HEAD", "/hashed?text=one", &[], b"").await;
    assert_eq!((head.header("etag"), head.header("content-length")), (Some(tag), Some("3")));

    // One that the handler gives goes first, and a stream has none.
    assert_eq!(asked(&server, "/own", &["if-none-match: \"7\""]).await.status, 304);
    let streamed = asked(&server, "/streamed", &["if-none-match: \"7\""]).await;
    assert_eq!((streamed.status, streamed.header("etag"), streamed.text().as_str()), (200, None, "one two"));
    let elsewhere = asked(&server, "/accepted", &["if-none-match: *"]).await;
    assert_eq!((elsewhere.status, elsewhere.header("etag")), (303, None));
    assert_eq!(asked(&server, "/pooled", &["if-none-match: *"]).await.status, 409);
    let broken = server.get("/broken").await;
    assert_eq!(broken.status, 500);
    assert!(!broken.text().contains("never sent") && broken.header("etag").is_none());
}

#[test]
fn handlers_are_functions() {
    let notes = one_note();
    assert!(delete_note(Some(ETag::from(2_u64).into()), &notes).is_err());
    assert!(delete_note(Some(IfMatch::any()), &notes).is_ok());
    assert!(put_page(String::new(), Preconditions::default(), &notes).is_ok());
}

#[test]
fn tags_are_visible_ascii() {
    for right in ["\"\"", "\"a\"", "W/\"a!#~\"", "\"a,b\\\""] {
        assert_eq!(right.parse::<ETag>().map(|tag| tag.to_string()).as_deref(), Ok(right));
    }
    for wrong in
        ["", "\"", "a", "\"a", "a\"", "w/\"a\"", "W/a", "\"a\"b\"", "\"a b\"", "\"a\r\nb\"", "\"ä\"", "*"]
    {
        assert!(wrong.parse::<ETag>().is_err(), "{wrong:?}");
    }
    assert!(ETag::strong("a\r\nset-cookie: b").is_err());
}

#[get("/detached", etag, detached)]
async fn in_a_task() -> Result<&'static str, Problem> {
    Ok("in a task of its own")
}

#[tokio::test]
async fn a_detached_handler_is_asked_alike() {
    let server = serve(App::new(routes![in_a_task])).await;
    let tag = format!("if-none-match: {}", server.get("/detached").await.header("etag").unwrap());
    assert_eq!(asked(&server, "/detached", &[&tag]).await.status, 304);
    assert_eq!(asked(&server, "/detached", &["if-match: \"1\""]).await.status, 412);
}

#[tokio::test]
async fn a_failure_hook_writes_412_and_428_too() {
    let app = App::new(routes![note, put_note]).state(one_note());
    let app =
        app.on_failure(|_, problem| Some(fingerpost::Response::new(problem.status().to_string().into())));
    let server = serve(app).await;
    let failed = asked(&server, "/note", &["if-match: \"2\""]).await;
    assert_eq!((failed.status, failed.text().as_str()), (412, "412 Precondition Failed"));
    let missing = server.send("PUT", "/note", &[], b"eggs").await;
    assert_eq!((missing.status, missing.text().as_str()), (428, "428 Precondition Required"));
}

#[tokio::test]
async fn a_compressing_layer_and_weak_tags_go_together() {
    let layer = tower_http::compression::CompressionLayer::new();
    let server = serve(App::new(routes![long]).layer(layer)).await;
    let head = ["accept-encoding: gzip"];
    let first = asked(&server, "/long", &head).await;

    assert_eq!((first.header("content-encoding"), first.header("etag")), (Some("gzip"), Some("W/\"4096\"")));
    let again = asked(&server, "/long", &["accept-encoding: gzip", "if-none-match: W/\"4096\""]).await;
    assert_eq!((again.status, again.header("content-encoding"), again.body.len()), (304, None, 0));
}

#[get("/long", etag = |text| ETag::weak(text.len()))]
fn long() -> String {
    "long ".repeat(820)[..4096].to_owned()
}
