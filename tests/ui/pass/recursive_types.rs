//! Types with generics, paths and associated types.
#![deny(warnings)]
#![allow(clippy::type_complexity)]

use std::collections::BTreeMap;

use fingerpost::{Json, get, post, routes};

trait Store {
    type Key: std::str::FromStr;
}

struct Memory;

impl Store for Memory {
    type Key = u64;
}

type Map<V> = BTreeMap<String, V>;

#[get("/{key}")]
fn read(key: <Memory as Store>::Key, map: &Map<Vec<Option<u64>>>) -> Json<(u64, Map<[u8; 2]>)> {
    Json((key + map.len() as u64, Map::new()))
}

#[post("/")]
fn create(Json(new): Json<Map<Option<(u8, Vec<String>)>>>) -> core::result::Result<Json<usize>, fingerpost::Problem> {
    Ok(Json(new.len()))
}

fn main() {
    let _ = fingerpost::App::new(routes![read, create]).state(Map::<Vec<Option<u64>>>::new());
}
