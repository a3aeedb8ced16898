//! Requests that are refused, each with what is wrong with it.

use fingerpost::Bearer;
use fingerpost::client::Answer;
use serde_json::json;

use super::server::{ChangeProblem, CreateProblem, File, Server, editor, titled};
use crate::api;
use crate::error::Mistake;

/// What nobody does without the token.
const CHANGES: [(&str, &str); 3] =
    [("POST", "/api/notes"), ("PATCH", "/api/notes/1"), ("DELETE", "/api/notes/1")];

#[tokio::test]
async fn who_has_not_the_token_changes_nothing() {
    let file = File::new("token");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    for (method, path) in CHANGES {
        let without = server.send(method, path, "", "").await;
        without.problem(401);
        assert_eq!(without.header("www-authenticate"), Some("Bearer"));
        let wrong = server.send(method, path, "Authorization: Bearer guess\r\n", "").await;
        wrong.problem(401);
        assert_eq!(wrong.header("www-authenticate"), Some("Bearer error=\"invalid_token\""));
    }
    let call = api::remove::request(1, Bearer("guess".to_owned()));
    let refused = server.client.call(call).await.unwrap().problem().unwrap();
    assert_eq!(refused.to_string(), "401 Unauthorized: this token is not known");
    assert_eq!(server.titles().await, ["Milk"]);
}

#[tokio::test]
async fn everything_that_is_not_valid_is_told_at_once() {
    let file = File::new("invalid");
    let server = Server::start(&file).await;
    let answer = server.create(" ", &"x".repeat(10_001)).await;
    let Answer::Failure(CreateProblem::Invalid { errors }, problem) = answer else { panic!("{answer:?}") };
    assert_eq!(problem.status(), 422);
    let mistake =
        |detail: &str, pointer: &str| Mistake { detail: detail.to_owned(), pointer: pointer.to_owned() };
    assert_eq!(
        errors,
        [mistake("a note has a title", "#/title"), mistake("a body has at most 10000 characters", "#/body")]
    );
    server.create("Milk", "").await.success().unwrap();
    let blank = server.change(1, titled("")).await;
    let Answer::Failure(ChangeProblem::Invalid { errors }, _) = blank else { panic!("{blank:?}") };
    assert_eq!(errors, [mistake("a note has a title", "#/title")]);
    assert_eq!(server.titles().await, ["Milk"]);
}

#[tokio::test]
async fn a_body_that_is_no_note_is_a_problem() {
    let file = File::new("no-note");
    let server = Server::start(&file).await;
    server.create("Bread", "").await.success().unwrap();
    for (method, path, body, status, pointer) in [
        ("POST", "/api/notes", "", 400, None),
        ("POST", "/api/notes", "{", 400, None),
        ("POST", "/api/notes", "{}", 422, Some("#")),
        ("POST", "/api/notes", r#"{"title": 7}"#, 422, Some("#/title")),
        ("POST", "/api/notes", r#"{"title": "Milk", "colour": "white"}"#, 422, Some("#/colour")),
        ("PATCH", "/api/notes/1", r#"{"title": null}"#, 422, Some("#/title")),
    ] {
        let problem = server.send(method, path, &editor(), body).await.problem(status);
        assert_eq!(problem["errors"][0]["pointer"].as_str(), pointer, "{body}");
    }
    let huge = json!({ "title": "x".repeat(128 << 10) }).to_string();
    let text = editor().replace("application/json", "text/plain");
    for (method, path) in [("POST", "/api/notes"), ("PATCH", "/api/notes/1")] {
        server.send(method, path, &editor(), &huge).await.problem(413);
        let unknown = server.send(method, path, &text, "Milk").await;
        unknown.problem(415);
        assert_eq!(unknown.header("accept"), Some("application/json"));
    }
}

#[tokio::test]
async fn a_change_says_what_it_has_seen() {
    let file = File::new("unseen");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let unseen = editor().replace("If-Match: *\r\n", "");
    server.send("PATCH", "/api/notes/1", &unseen, r#"{"title": "Bread"}"#).await.problem(428);
    assert_eq!(server.titles().await, ["Milk"]);
}

#[tokio::test]
async fn what_is_no_parameter_is_a_problem() {
    let file = File::new("no-page");
    let server = Server::start(&file).await;
    for query in ["limit=0", "limit=101", "limit=-1", "limit=two", "limit=", "after=x"] {
        server.get(&format!("/api/notes?{query}")).await.problem(400);
    }
    for method in ["GET", "PATCH", "DELETE"] {
        server.send(method, "/api/notes/one", &editor(), "{}").await.problem(400);
    }
}
