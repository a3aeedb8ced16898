//! A handler on the blocking pool takes what others take.
#![deny(warnings)]

use std::borrow::Cow;

use fingerpost::{Json, Problem, post, routes};

struct Db(u64);

#[post("/{id}/{name}/{cow}?{q}&{tags}&{maybe}&{limit = a}", blocking, status = 201, timeout = "1 s")]
#[allow(clippy::too_many_arguments)]
fn write(
    id: u64,
    name: &str,
    cow: Cow<'_, str>,
    q: &str,
    tags: Vec<&str>,
    maybe: Option<&str>,
    limit: &str,
    db: &Db,
    Json(body): Json<u64>,
) -> Result<String, Problem> {
    Ok(format!("{id} {name} {cow} {q} {tags:?} {maybe:?} {limit} {} {body}", db.0))
}

fn main() {
    let _ = fingerpost::App::new(routes![write]).state(Db(7)).test();
}
