//! Whatever a path may be made of.
#![deny(warnings)]

use std::borrow::Cow;

use fingerpost::{get, routes};

#[get("/{id}/{name}/{cow}/{owned}/{letter}?{page}&{limit = 7}&{tag}&{number}")]
#[allow(clippy::too_many_arguments)]
fn read(
    number: Vec<u32>,
    id: u64,
    name: &str,
    cow: Cow<'_, str>,
    owned: String,
    letter: char,
    page: Option<u32>,
    limit: u8,
    tag: Vec<String>,
) -> String {
    format!("{number:?} {id} {name} {cow} {owned} {letter} {page:?} {limit} {tag:?}")
}

fn main() {
    let owned = String::from("b");
    let path = read::path(7, "a", &owned, Cow::Borrowed("c"), 'd', Some(1), None, &["x", "y"], &[1, 2]);
    println!("{path} {}", path.absolute());
    let _ = fingerpost::App::new(routes![read]);
}
