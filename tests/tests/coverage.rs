//! The tests of a program, which together see every declared answer; and what is said where they do not.

#[path = "support/mod.rs"]
mod support;

use std::panic::catch_unwind;
use std::process::Command;

use fingerpost::openapi::{Conformance, Coverage, Info};
use fingerpost::{App, Json, Service, get, routes};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

static CONFORMANCE: Conformance = Conformance::new();

/// Answers with what is not declared where this is set in the environment.
const LIES: &str = "FINGERPOST_TEST_LIES";

#[get("/posts/{id}")]
fn read(id: u64) -> Option<Json<u64>> {
    (id < 10).then_some(Json(id))
}

#[derive(Serialize, JsonSchema)]
struct Word {
    #[serde(serialize_with = "truth_or_lie")]
    #[schemars(with = "String")]
    word: (),
}

fn truth_or_lie<S: Serializer>((): &(), serializer: S) -> Result<S::Ok, S::Error> {
    if std::env::var_os(LIES).is_some() {
        serializer.serialize_u8(7)
    } else {
        serializer.serialize_str("truth")
    }
}

#[get("/word")]
fn word() -> Json<Word> {
    Json(Word { word: () })
}

fn app() -> Service {
    let app = App::new(routes![read, word]).openapi(Info::new("Posts", "1"));
    app.layer(&CONFORMANCE).into_service().unwrap()
}

fn assert_complete(but: impl FnOnce(Coverage<'_>) -> Coverage<'_>) {
    let app = app();
    but(CONFORMANCE.coverage(app.openapi().unwrap())).assert_complete();
}

/// What it says where it fails.
fn said(but: impl FnOnce(Coverage<'_>) -> Coverage<'_> + std::panic::UnwindSafe) -> String {
    if std::env::var_os("OPENAPI_SEEN").is_some() {
        return String::new();
    }
    let panic = catch_unwind(|| assert_complete(but)).expect_err("it is not complete");
    panic.downcast_ref::<String>().expect("words").clone()
}

#[tokio::test]
async fn a_post_is_read() {
    assert_eq!(app().test().get("/posts/7").send().await.status(), 200);
}

#[tokio::test]
async fn a_post_that_is_not_there_is_not_found() {
    let app = app().test();
    assert_eq!(app.get("/posts/70").send().await.status(), 404);
    assert_eq!(app.get("/posts/seven").send().await.status(), 400);
}

#[tokio::test]
async fn nobody_looks_at_what_is_answered_here() {
    let app = App::new(routes![read, word]).openapi(Info::new("Posts", "1")).layer(&CONFORMANCE);
    support::serve(app).await.get("/word").await;
}

#[test]
fn every_declared_answer_is_seen() {
    assert_complete(|coverage| coverage.except(500, "no handler panics").except(503, "no request waits"));
}

#[test]
fn what_is_missing_is_said() {
    let words =
        said(|coverage| coverage.except_of("word", 500, "it does not panic").except(503, "no request waits"));
    if !words.is_empty() {
        assert!(
            words.starts_with("declared, and never seen:\n  GET /posts/{id} (read): 500\nhelp: "),
            "{words}"
        );
    }
}

#[test]
fn an_answer_that_is_not_declared_is_said_where_no_test_looked_at_it() {
    if std::env::var_os("OPENAPI_SEEN").is_some() {
        return;
    }
    let this = std::env::current_exe().expect("this program");
    let output =
        Command::new(this).env(LIES, "1").arg("every_declared_answer_is_seen").output().expect("the tests");
    let words = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{words}");
    let expected = "GET /word (word) answers what its OpenAPI document does not declare:\n  \
                    the body is not of the declared schema: at /word: 7 is not of type \"string\"";
    assert!(words.contains(expected), "{words}");
}

#[test]
fn what_other_programs_have_seen_is_added() {
    let file = std::env::temp_dir().join(format!("coverage-{}", std::process::id()));
    let this = std::env::current_exe().expect("this program");
    let output =
        Command::new(this).env("OPENAPI_SEEN", &file).arg("a_post_is_read").output().expect("a test");
    assert!(output.status.success());
    let app = app();
    let nothing = Conformance::new();
    let coverage = nothing.coverage(app.openapi().unwrap());
    let coverage = coverage.except(500, "no handler panics").except(503, "no request waits");
    let unseen = coverage.and_seen_in(&file).unseen();
    std::fs::remove_file(&file).expect("the file is there");
    assert_eq!(unseen, ["GET /posts/{id} (read): 400, 404", "GET /word (word): 200"]);
}

#[test]
fn an_exception_of_nothing_is_said() {
    let words = said(|coverage| {
        let coverage = coverage.except(500, "no handler panics").except(503, "no request waits");
        coverage.except_of("read", 404, "all are there").except(418, "tea")
    });
    let expected = "the exception 404 of `read` (\"all are there\") excuses nothing: remove it\n\
                    the exception 418 (\"tea\") excuses nothing: remove it\n";
    assert!(words.is_empty() || words == expected, "{words}");
}
