//! A `Location` with a capture that has no `Display`.

use std::str::FromStr;

use fingerpost::{get, post};

struct Id(u64);

impl FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[get("/{id}")]
fn read(id: Id) -> String {
    id.0.to_string()
}

#[post("/", status = 201, location = read(id = Id(7)))]
//~                                       ^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
