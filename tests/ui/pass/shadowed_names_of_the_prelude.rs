//! The user's own items have the names of the prelude.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

use fingerpost::{Json, get, post, routes};

enum Result {
    Ok,
    Err,
}
enum Option {
    Some,
    None,
}
struct Some;
struct None;
struct Ok;
struct Err;
struct Box;
struct String;
struct Vec;
struct Clone;
struct Copy;
struct Debug;
struct Default;
struct Into;
struct From;
struct Iterator;
struct ToString;
trait Future {}
trait Send {}
trait Sync {}
trait Sized {}
trait Drop {}
trait AsRef {}
trait Fn {}

#[get("/posts/{id}/{name}?{tag}&{from}&{limit = 10}")]
async fn read(
    id: u64,
    name: &str,
    tag: std::vec::Vec<u32>,
    from: std::option::Option<&str>,
    limit: u32,
) -> std::result::Result<Json<u64>, fingerpost::Problem> {
    let _ = (name, tag, from, limit);
    std::result::Result::Ok(Json(id))
}

#[post("/posts", status = 201, content_type = "application/json", location = |post| read(id = post.0, name = "a"))]
fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

#[get("/slow", blocking)]
fn slow() -> &'static str {
    "slow"
}

routes! { table = [read, create, slow] }

fn main() {
    let _ = fingerpost::App::new(routes!["/api" => table]);
}
