//! State whose fields are of any types.
#![deny(warnings)]
#![allow(clippy::ptr_arg, reason = "state is found by its exact type")]

use fingerpost::{App, States, get, routes};

#[derive(States)]
struct One<T>(T);

#[derive(States)]
struct Lists<T: Send + Sync + 'static>
where
    T: Clone,
{
    list: Vec<T>,
    name: &'static str,
}

struct Db;

#[get("/")]
fn read(_db: &Db, list: &Vec<u32>, name: &&'static str) -> String {
    format!("{name}: {}", list.len())
}

fn main() {
    let lists = Lists { list: vec![7_u32], name: "numbers" };
    drop(App::new(routes![read]).states(One(Db)).states(lists).test());
}
