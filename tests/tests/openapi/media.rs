//! What the document says of forms with files, streams, files and WebSockets.

use fingerpost::openapi::{Document, Info};
use fingerpost::{
    Event, FileRequest, JsonLines, LastEventId, Multipart, NamedFile, Problem, Responder, Shutdown, Sse,
    Stream, SwitchingProtocols, WebSocketUpgrade, get, post, routes,
};
use futures_util::stream;
use serde_json::json;

use super::operation;

#[get("/events")]
fn events(_seen: Option<LastEventId>, _shutdown: Shutdown) -> Sse<stream::Empty<Event>> {
    Sse::new(stream::empty())
}

#[get("/lines")]
fn lines() -> JsonLines<stream::Empty<Result<u32, std::io::Error>>> {
    JsonLines(stream::empty())
}

#[post("/forms")]
fn form(_form: Option<Multipart>) {}

#[get("/file")]
async fn file(request: FileRequest) -> Result<NamedFile, Problem> {
    NamedFile::open("Cargo.toml", request).await
}

#[get("/chat")]
fn chat(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(async |_| ())
}

#[get("/unnamed/events/{_room}")]
async fn unnamed_events(_room: &str, _shutdown: Shutdown) -> Sse<impl Stream<Item = Event> + use<>> {
    Sse::new(stream::empty())
}

#[get("/unnamed/lines", blocking)]
fn unnamed_lines() -> Result<JsonLines<impl Stream<Item = Result<u32, std::io::Error>>>, Problem> {
    Ok(JsonLines(stream::empty()))
}

#[get("/unnamed", status = 203)]
fn unnamed() -> impl Responder {
    "text"
}

fn document() -> Document {
    let table = routes![events, lines, form, file, chat, unnamed_events, unnamed_lines, unnamed];
    Document::of(&table, Info::new("Media", "1.0.0"))
}

#[test]
fn what_has_no_name_says_what_it_answers_as_far_as_its_type_is_known() {
    let document = document();
    let events = &operation(&document, "GET /unnamed/events/{_room}")["responses"];
    assert_eq!(events["200"]["content"]["text/event-stream"]["schema"]["type"], "string");
    let lines = &operation(&document, "GET /unnamed/lines")["responses"];
    assert_eq!(lines["200"]["content"]["application/x-ndjson"]["schema"]["type"], "string");
    assert!(lines["default"]["content"]["application/problem+json"].is_object());
    let unnamed = &operation(&document, "GET /unnamed")["responses"];
    assert_eq!(unnamed["203"]["content"], json!({ "*/*": {} }));
}

#[test]
fn streams_have_their_media_types() {
    let document = document();
    let events = operation(&document, "GET /events");
    assert_eq!(events["responses"]["200"]["content"]["text/event-stream"]["schema"]["type"], "string");
    let seen = json!([{ "name": "Last-Event-ID", "in": "header", "schema": { "type": "string" } }]);
    assert_eq!(events["parameters"], seen);
    let lines = operation(&document, "GET /lines");
    assert_eq!(lines["responses"]["200"]["content"]["application/x-ndjson"]["schema"]["type"], "string");
}

#[test]
fn a_form_with_files_is_a_body_that_may_be_missing() {
    let document = document();
    let form = operation(&document, "POST /forms");
    // Generators of clients take an object that says no more for one without members.
    let parts = json!({ "type": "object", "additionalProperties": true });
    assert_eq!(form["requestBody"]["content"]["multipart/form-data"]["schema"], parts);
    assert_ne!(form["requestBody"]["required"], true);
    let statuses: Vec<&String> = form["responses"].as_object().unwrap().keys().collect();
    assert_eq!(statuses, ["204", "400", "408", "413", "415", "500", "503"]);
}

#[test]
fn a_file_may_be_a_part_of_one_and_a_websocket_goes_on() {
    let document = document();
    let file = &operation(&document, "GET /file")["responses"];
    assert!(file["200"].is_object() && file["206"].is_object() && file["304"].is_object(), "{file}");
    let chat = &operation(&document, "GET /chat")["responses"];
    assert!(chat["101"].is_object() && chat["403"].is_object() && chat["426"].is_object(), "{chat}");
    assert!(chat["200"].is_null());
}
