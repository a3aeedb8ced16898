//! No dependency but fingerpost.
// in: alone
#![deny(warnings)]

use fingerpost::{App, Html, Problem, Redirect, StatusCode, get, post, put, routes};

struct Db(u64);

#[put("/database", status = 201, content_type = "text/plain", header("Cache-Control" = "no-store"))]
fn database() -> &'static str {
    "made"
}

#[get("/{name}/{number}?{page = 1}&{tag}&from={start}", timeout = "5 s", tag = "posts", operation_id = "read")]
async fn read(
    name: &str,
    number: u64,
    page: u32,
    tag: Vec<String>,
    start: Option<&str>,
    db: &Db,
) -> Result<Html<String>, Problem> {
    Ok(Html(format!("{name} {number} {page} {tag:?} {start:?} {}", db.0)))
}

#[get("/slow", blocking)]
fn slow(db: &Db) -> String {
    db.0.to_string()
}

#[post("/teapots", body_limit = "1 KiB", hidden)]
async fn brew(body: String) -> (StatusCode, String) {
    (StatusCode::IM_A_TEAPOT, body)
}

#[get("/old")]
fn old() -> Redirect {
    Redirect::to(read::path("a", 7, None, &["x"], None).to_string())
}

routes! { api = [database, read, slow, brew] }

fn main() -> Result<(), fingerpost::Error> {
    App::new(routes![old, "/api" => api]).state(Db(7)).run("127.0.0.1:0")
}
