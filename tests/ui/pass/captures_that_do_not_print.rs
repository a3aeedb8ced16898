//! Captures and query parameters of types without `Display`, which nothing links to.
#![deny(warnings)]

use std::str::FromStr;

use fingerpost::{App, get, post, routes};

struct Id(u64);

impl FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[get("/one/{id}?{page}&{tags}&{from}")]
fn one(id: Id, page: Option<Id>, tags: Vec<Id>, from: Id) -> String {
    format!("{} {:?} {} {}", id.0, page.map(|page| page.0), tags.len(), from.0)
}

#[get("/two/{id}?{page}&{tags}")]
fn two(id: std::net::Ipv4Addr, page: Option<std::num::NonZeroU8>, tags: Vec<std::net::Ipv4Addr>) -> String {
    format!("{id} {page:?} {tags:?}")
}

#[post("/two", status = 201, location = two(id = std::net::Ipv4Addr::LOCALHOST, tags = []))]
fn create() {}

fn main() {
    println!("{}", two::path(&std::net::Ipv4Addr::LOCALHOST, None, &[]));
    let _ = App::new(routes![one, two, create]);
}
