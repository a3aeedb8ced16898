//! The wire: bytes that clients send, the good ones and the worst, and our answer to each.

mod support;
#[path = "../wire/mod.rs"]
mod wire;

use std::thread;

use fingerpost::{App, Json, get, post, put, routes};
use serde::{Deserialize, Serialize};
use support::serve;
use wire::{Case, GROUPS, Observed};

#[derive(Deserialize)]
struct NewPost {
    title: String,
}

#[derive(Serialize)]
struct Post {
    id: u64,
    title: String,
}

#[get("/")]
fn text() -> &'static str {
    "Hello, world!"
}

#[put("/database", status = 201)]
fn database() {}

#[get("/json")]
fn json() -> Json<[u64; 1]> {
    Json([1])
}

#[get("/users/{id}")]
fn user(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201)]
fn new_post(Json(new): Json<NewPost>) -> Json<Post> {
    Json(Post { id: 7, title: new.title })
}

#[get("/r100/{id}/items/{item}")]
fn item(id: u64, item: &str) -> String {
    format!("{id}/{item}")
}

/// What is wrong with an answer, if anything.
fn complaint(case: &Case, observed: &Observed) -> Option<String> {
    let Observed { answer, answers } = observed;
    if answer != case.answer {
        return Some(format!("{answer:?}, not {:?}", case.answer));
    }
    let last = answers.last()?;
    if last.status >= 400 && !last.head.contains("\r\ncontent-type: application/problem+json\r\n") {
        return Some(format!("no problem: {}", last.head));
    }
    if last.status >= 400 && !case.is_head() {
        let problem: serde_json::Value = serde_json::from_slice(&last.body).ok()?;
        if problem["status"] != last.status {
            return Some(format!("another problem: {problem}"));
        }
    }
    let ends = last.body.ends_with(case.ends);
    (!ends).then(|| format!("the body is {:?}", String::from_utf8_lossy(&last.body)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_case_has_its_answer() {
    let app = App::new(routes![text, database, json, user, new_post, item]);
    // The cases are those of HTTP/1.1.
    let server = serve(app.streams(0)).await;
    let address = server.address;
    let cases: Vec<Case> = GROUPS.iter().flat_map(|(_, cases)| cases.iter().copied()).collect();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let share = cases.len().div_ceil(16);
    let seen: Vec<_> = cases
        .chunks(share)
        .map(|cases| {
            let cases = cases.to_vec();
            thread::spawn(move || {
                let seen = cases.iter().filter_map(|case| {
                    let observed = case.observe(address, Some(case.answer)).expect("a connection");
                    Some(format!("{}: {}\n    {}", case.what, complaint(case, &observed)?, case.shown()))
                });
                seen.collect::<Vec<_>>()
            })
        })
        .collect();
    let wrong: Vec<String> = tokio::task::spawn_blocking(|| {
        seen.into_iter().flat_map(|seen| seen.join().expect("a thread")).collect()
    })
    .await
    .expect("all of them");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    server.gives(&[("/", "Hello, world!")]).await;
}

/// `cargo run -p bench --release -- answers`, in `benches/`, writes it.
#[test]
fn the_table_in_the_docs_says_what_we_answer() {
    let table = include_str!("../../docs/wire.md");
    for case in GROUPS.iter().flat_map(|(_, cases)| *cases) {
        let row = case.row(case.answer);
        assert!(table.lines().any(|line| line.starts_with(&row)), "docs/wire.md has not: {row}");
    }
    let rows = table.lines().filter(|line| line.starts_with("| ") && line.contains("` |")).count();
    let cases: usize = GROUPS.iter().map(|(_, cases)| cases.len()).sum();
    assert_eq!(rows, cases, "docs/wire.md has rows of cases that are gone");
}
