//! Extractors are taken apart where they are taken.
#![deny(warnings)]

use fingerpost::{Form, Json, Path, Query, State, get, post, routes};
use serde::Deserialize;

#[derive(Clone)]
struct Db(u64);

#[derive(Deserialize)]
struct Paging {
    page: u32,
    #[serde(default)]
    limit: Option<u32>,
}

#[get("/posts")]
fn list(Query(Paging { page, limit }): Query<Paging>, State(Db(number)): State<Db>) -> String {
    format!("{page} {limit:?} {number}")
}

#[get("/posts/{year}/{month}")]
fn archive(Path((year, month)): Path<(u32, u32)>, &Db(number): &Db) -> String {
    format!("{year} {month} {number}")
}

#[post("/posts")]
fn create(Json(mut new): Json<Vec<u64>>, _: &Db) -> Json<Vec<u64>> {
    new.push(7);
    Json(new)
}

#[post("/forms/{mut_id}")]
fn form(mut mut_id: u64, Form(Paging { page, .. }): Form<Paging>) -> String {
    mut_id += u64::from(page);
    mut_id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(routes![list, archive, create, form]).state(Db(7));
}
