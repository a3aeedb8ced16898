//! An argument that is there under a condition: the handler of each case is one of its own.
// in: usual 2018 2021
#![deny(warnings)]

use fingerpost::{App, get, post, route, routes};

/// Only the path is always there.
#[get("/posts/{id}", status = 203)]
fn read(
    id: u64,
    #[cfg(test)] log: &String,
    #[cfg(not(test))] _count: &u8,
    #[allow(unused_variables)] db: &u16,
) -> String {
    #[cfg(test)]
    let _ = log;
    id.to_string()
}

#[route(GET | HEAD, "/posts", tag = "posts")]
#[must_use]
async fn list(
    #[cfg(not(test))]
    #[expect(unused_variables)]
    db: &u16,
    #[cfg(test)] other: &u32,
) -> String {
    String::new()
}

#[post("/posts", status = 201, location = read(id = 7))]
fn create(#[cfg(not(test))] body: String) -> String {
    body
}

fn main() {
    let _ = App::new(routes![read, list, create]).state(1_u8).state(2_u16).test();
    let _ = (read(7, &8, &9), read::path(7), create(String::new()), list(&1));
}
