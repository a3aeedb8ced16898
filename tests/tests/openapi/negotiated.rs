//! What the document says of conditional requests and of negotiated content.

use fingerpost::openapi::{DescribeResponse, Document, Info, Response, Schemas};
use fingerpost::{
    ETag, Either, Form, IfMatch, Json, Negotiated, OrFirst, PreconditionFailed, Preconditions, Problem,
    Representation, Responder, delete, get, patch, post, put, route, routes,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::operation;

#[derive(Serialize, Deserialize, JsonSchema)]
struct Note {
    text: String,
    version: u64,
}

struct Csv(String);

impl From<Note> for Csv {
    fn from(note: Note) -> Self {
        Self(note.text)
    }
}

impl Responder for Csv {
    fn respond(self, response: &mut fingerpost::Response) {
        *response.body_mut() = self.0.into();
    }
}

impl Representation for Csv {
    const MEDIA_TYPE: &'static str = "text/csv";
}

impl DescribeResponse for Csv {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("text/csv")]
    }
}

fn one() -> Note {
    Note { text: String::new(), version: 1 }
}

#[get("/note", etag = |note| note.version, header("Cache-Control" = "no-cache"))]
fn note() -> Result<Json<Note>, Problem> {
    Ok(Json(one()))
}

#[get("/dated", last_modified = |_| std::time::SystemTime::UNIX_EPOCH, status = 203)]
fn dated() -> &'static str {
    "dated"
}

#[put("/note")]
fn put_note(_note: Json<Note>, _if_match: IfMatch) -> Result<(ETag, ()), PreconditionFailed> {
    Ok((1_u8.into(), ()))
}

#[delete("/note")]
fn delete_note(_if_match: Option<IfMatch>) {}

#[patch("/note")]
fn patch_note(_conditions: Preconditions, _note: Either<Json<Note>, Form<Note>>) {}

#[get("/stock", etag)]
fn stock() -> Negotiated<Note, (Json<Note>, Csv)> {
    one().into()
}

#[post("/stock", status = 201)]
fn add(_note: Json<Note>) -> Negotiated<Note, (Json<Note>, Csv), OrFirst> {
    one().into()
}

#[route(POST | PUT, "/both")]
fn both(_note: Option<Form<Note>>) {}

fn document() -> Document {
    let table = routes![note, dated, put_note, delete_note, patch_note, stock, add, both];
    let document = Document::of(&table, Info::new("Notes", "1.0.0"));
    let mistakes = super::valid::mistakes(document.value());
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    document
}

fn statuses(operation: &Value) -> Vec<&str> {
    operation["responses"].as_object().unwrap().keys().map(String::as_str).collect()
}

fn headers(operation: &Value) -> Vec<(&str, bool)> {
    let parameters = operation["parameters"].as_array().unwrap().iter();
    let headers = parameters.filter(|parameter| parameter["in"] == "header");
    headers.map(|it| (it["name"].as_str().unwrap(), it["required"] == true)).collect()
}

#[test]
fn a_tag_is_a_header_of_the_success_and_of_304() {
    let document = document();
    let note = operation(&document, "GET /note");
    assert_eq!(statuses(note), ["200", "304", "412", "500", "503", "default"]);
    assert_eq!(headers(note), [("If-Match", false), ("If-None-Match", false)]);
    for status in ["200", "304"] {
        assert_eq!(note["responses"][status]["headers"]["ETag"]["schema"], json!({ "type": "string" }));
        assert_eq!(note["responses"][status]["headers"]["Cache-Control"]["schema"]["const"], "no-cache");
    }
    assert!(note["responses"]["304"]["content"].is_null());
    let dated = operation(&document, "GET /dated");
    assert_eq!(headers(dated), [("If-Unmodified-Since", false), ("If-Modified-Since", false)]);
    assert_eq!(statuses(dated), ["203", "304", "412", "500", "503"]);
    let last_modified = &dated["responses"]["203"]["headers"];
    assert_eq!(last_modified.as_object().unwrap().keys().collect::<Vec<_>>(), ["Last-Modified"]);
}

#[test]
fn a_precondition_is_a_header_that_is_required_or_not() {
    let document = document();
    let put = operation(&document, "PUT /note");
    assert_eq!(headers(put), [("If-Match", true)]);
    assert!(put["responses"]["428"].is_object() && put["responses"]["412"].is_object(), "{put}");
    assert_eq!(put["responses"]["204"]["headers"]["ETag"]["required"], true);
    let delete = operation(&document, "DELETE /note");
    assert_eq!(headers(delete), [("If-Match", false)]);
    assert_eq!(statuses(delete), ["204", "412", "500", "503"]);
    let patch = operation(&document, "PATCH /note");
    assert_eq!(
        headers(patch),
        [("If-Match", false), ("If-Unmodified-Since", false), ("If-None-Match", false)]
    );
}

#[test]
fn representations_are_alternatives_of_one_answer() {
    let document = document();
    let stock = &operation(&document, "GET /stock")["responses"];
    let content = stock["200"]["content"].as_object().unwrap();
    assert_eq!(content.keys().collect::<Vec<_>>(), ["application/json", "text/csv"]);
    assert_eq!(content["application/json"]["schema"]["$ref"], "#/components/schemas/Note");
    for status in ["200", "304", "406"] {
        assert_eq!(stock[status]["headers"]["Vary"]["required"], true, "{status}");
    }
    let refused = &stock["406"]["content"]["application/problem+json"]["schema"]["$ref"];
    let schema = document.value().pointer(refused.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
    assert_eq!(schema["properties"]["available"]["items"]["type"], "string");
    let add = &operation(&document, "POST /stock")["responses"];
    assert_eq!(add["201"]["content"].as_object().unwrap().len(), 2);
    assert!(add["406"].is_null(), "the first is sent where none is wanted");
}

#[test]
fn bodies_are_alternatives_too_and_415_names_them() {
    let document = document();
    let patch = operation(&document, "PATCH /note");
    let content = patch["requestBody"]["content"].as_object().unwrap();
    assert_eq!(content.keys().collect::<Vec<_>>(), ["application/json", "application/x-www-form-urlencoded"]);
    assert_eq!(patch["requestBody"]["required"], true);
    for (name, header) in
        [("PATCH /note", "Accept-Patch"), ("POST /stock", "Accept-Post"), ("POST /both", "Accept-Post")]
    {
        let unsupported = &operation(&document, name)["responses"]["415"]["headers"];
        assert!(
            unsupported["Accept"].is_object() && unsupported[header].is_object(),
            "{name}: {unsupported}"
        );
    }
    assert!(operation(&document, "PUT /note")["responses"]["415"]["headers"]["Accept-Post"].is_null());
}
