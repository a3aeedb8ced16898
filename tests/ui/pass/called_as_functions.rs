//! Handlers are plain functions to everybody else.
#![deny(warnings)]
#![allow(clippy::elidable_lifetime_names, clippy::needless_lifetimes)]

use fingerpost::{Json, get, put, routes};

struct Db(u64);

#[put("/database", status = 201)]
fn database() {}

#[get("/{name}")]
fn read<'a>(name: &'a str, db: &Db) -> String {
    format!("{name} {}", db.0)
}

#[get("/json")]
async fn json(db: &Db) -> Json<u64> {
    Json(db.0)
}

fn main() {
    database();
    let pointer: fn() = database;
    pointer();
    let numbers: Vec<String> = ["a", "b"].map(|name| read(name, &Db(7))).into();
    drop(numbers);
    drop(json(&Db(7)));
    let _ = fingerpost::App::new(routes![database, read, json]).state(Db(7));
}
