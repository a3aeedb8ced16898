//! Nothing is in scope but what is named.
// in: usual 2018 2021
#![deny(warnings)]
#![no_implicit_prelude]

use ::fingerpost::{Json, Problem, States, get, post, routes};
use ::std::option::Option;
use ::std::result::Result;
use ::std::string::String;
use ::std::vec::Vec;

#[derive(States)]
struct State {
    number: u64,
    text: String,
}

#[derive(::std::fmt::Debug, Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(transparent)]
    Other(Problem),
}

#[get("/posts/{id}/{name}?{tag}&{from}&{limit = 10}&{q}")]
async fn read(
    id: u64,
    name: &str,
    tag: Vec<u32>,
    from: Option<&str>,
    limit: u32,
    q: &str,
    number: &u64,
) -> Result<Json<u64>, ApiError> {
    let _ = (name, tag, from, limit, q, number);
    if id == 0 {
        return Result::Err(ApiError::NoPost { id });
    }
    if id == 1 {
        return Result::Err(ApiError::Other(Problem::new(409)));
    }
    Result::Ok(Json(id))
}

#[post("/posts", status = 201, content_type = "application/json", header("Vary" = "Accept"), location = |post| read(id = post.0, name = "a", q = "b"))]
fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

#[get("/tagged", etag = |text| text.len(), last_modified = |_| ::std::time::SystemTime::UNIX_EPOCH)]
fn tagged() -> String {
    String::new()
}

#[get("/slow", blocking)]
fn slow(text: &String) -> String {
    ::std::clone::Clone::clone(text)
}

routes! { table = [read, create, tagged, slow] }

fn main() {
    let state = State { number: 7, text: String::new() };
    let _ = (&state.number, &state.text);
    let _ = ::fingerpost::App::new(routes!["/api" => table]).states(state);
}
