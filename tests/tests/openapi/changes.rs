//! What is said of changes, and which of them break clients.

use fingerpost::assert_openapi;
use fingerpost::openapi::{Document, Info};
use fingerpost::{Json, Problem, get, post, routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::document;

mod before {
    use super::*;

    #[derive(Serialize, JsonSchema)]
    pub(super) struct Post {
        id: u64,
        title: String,
        text: Option<String>,
    }

    #[derive(Deserialize, JsonSchema)]
    pub(super) struct NewPost {
        #[schemars(length(max = 100))]
        title: String,
        tags: Option<Vec<String>>,
    }

    #[derive(Problem)]
    pub(super) enum ApiError {
        #[problem(404)]
        NoPost,
    }

    #[get("/posts/{id}?{full}")]
    fn read(id: u64, full: Option<bool>) -> Result<Json<Post>, ApiError> {
        let post = Post { id, title: String::new(), text: full.map(|_| String::new()) };
        if id == 0 { Err(ApiError::NoPost) } else { Ok(Json(post)) }
    }

    #[post("/posts", status = 201, header("X-Kept" = "yes"))]
    fn create(Json(new): Json<NewPost>) -> Json<usize> {
        Json(new.title.len() + new.tags.map_or(0, |tags| tags.len()))
    }

    #[get("/old")]
    fn old() {}

    routes! { pub(super) table = [read, create, old] }
}

mod after {
    use super::*;

    #[derive(Serialize, JsonSchema)]
    pub(super) struct Post {
        id: i64,
        name: String,
        text: Option<String>,
    }

    #[derive(Deserialize, JsonSchema)]
    pub(super) struct NewPost {
        #[schemars(length(max = 50))]
        title: String,
        tags: Vec<String>,
        author: String,
    }

    #[derive(Problem)]
    pub(super) enum ApiError {
        #[problem(410)]
        Gone,
    }

    #[get("/posts/{number}?{full}&{lang}")]
    fn read(number: u64, full: bool, lang: Option<String>) -> Result<Json<Post>, ApiError> {
        let post = Post { id: 0, name: lang.unwrap_or_default(), text: full.then(String::new) };
        if number == 0 { Err(ApiError::Gone) } else { Ok(Json(post)) }
    }

    #[post("/posts", status = 201)]
    fn create(Json(new): Json<NewPost>) -> Json<usize> {
        Json(new.title.len() + new.tags.len() + new.author.len())
    }

    #[get("/new")]
    fn new() {}

    routes! { pub(super) table = [read, create, new] }
}

fn lines(breaking: bool) -> Vec<String> {
    let before = Document::of(&before::table, Info::new("Posts", "1"));
    let after = Document::of(&after::table, Info::new("Posts", "1"));
    let changes = after.changes_since(before.value());
    changes.iter().filter(|change| change.breaks_clients() == breaking).map(ToString::to_string).collect()
}

#[test]
fn what_breaks_clients_is_told() {
    let lines = lines(true).join("\n");
    for expected in [
        "GET /old: the operation is gone",
        "GET /posts/{id}: the query parameter `full` is required now",
        "GET /posts/{id}: the answer 404 is gone",
        "GET /posts/{id}: `title` of the answer 200 is gone",
        "POST /posts: the maxLength of `title` of the request's body is now 50 (was 100)",
        "POST /posts: `tags` of the request's body is required now",
        "POST /posts: `tags` of the request's body may no longer be of type \"null\"",
        "POST /posts: `author` of the request's body is new and required",
        "POST /posts: the answer 201 no longer has the header `X-Kept`",
    ] {
        assert!(lines.contains(expected), "{expected}\nis not among\n{lines}");
    }
    assert!(!lines.contains("number"), "the name of a capture is no matter of clients: {lines}");
}

#[test]
fn what_does_not_break_clients_is_told_apart() {
    let lines = lines(false).join("\n");
    for expected in [
        "GET /new: the operation is new",
        "GET /posts/{id}: the query parameter `lang` is new",
        "GET /posts/{id}: the answer 410 is new",
        "GET /posts/{id}: `name` of the answer 200 is new",
    ] {
        assert!(lines.contains(expected), "{expected}\nis not among\n{lines}");
    }
}

#[test]
fn what_goes_the_other_way_does_not_break() {
    let before = Document::of(&after::table, Info::new("Posts", "1"));
    let after = Document::of(&before::table, Info::new("Posts", "1"));
    let changes = after.changes_since(before.value());
    let breaking: Vec<String> =
        changes.iter().filter(|change| change.breaks_clients()).map(ToString::to_string).collect();
    let breaking = breaking.join("\n");
    for harmless in ["is required now", "maxLength", "X-Kept", "`tags`"] {
        assert!(!breaking.contains(harmless), "{harmless} in\n{breaking}");
    }
}

#[test]
fn the_same_document_has_no_changes() {
    assert_eq!(document().changes_since(document().value()), []);
}

#[test]
fn the_document_is_as_reviewed() {
    assert_openapi!("tests/openapi/everything.json", document());
}

/// Whether the goldens are being written: then nothing differs from them.
fn overwrites() -> bool {
    std::env::var_os("OPENAPI").is_some()
}

#[test]
fn a_difference_fails_with_what_it_is_and_what_to_do() {
    if overwrites() {
        return;
    }
    let service = fingerpost::App::new(after::table).openapi(Info::new("Posts", "2")).into_service().unwrap();
    let document = service.openapi().unwrap().clone();
    let failure = std::panic::catch_unwind(|| assert_openapi!("tests/openapi/everything.json", document));
    let failure = *failure.unwrap_err().downcast::<String>().unwrap();
    assert!(
        failure.starts_with("the API is not as reviewed in everything.json\n\nbreaks clients:\n  "),
        "{failure}"
    );
    assert!(failure.contains("\n  GET /search: the operation is gone\n"), "{failure}");
    assert!(failure.contains("\n\ndoes not break clients:\n  "), "{failure}");
    assert!(failure.ends_with("help: if that is meant, `OPENAPI=overwrite cargo test` writes the file anew"));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    if overwrites() {
        return;
    }
    let failure = std::panic::catch_unwind(|| assert_openapi!("tests/openapi/nowhere.json", document()));
    let failure = *failure.unwrap_err().downcast::<String>().unwrap();
    assert!(failure.contains("nowhere.json cannot be read") && failure.contains("writes it"), "{failure}");
}
