//! Captures in a type that cannot be read from them.

use fingerpost::{Path, get};

struct Place {
    id: u64,
}

#[get("/{id}")]
fn read(Path(place): Path<Place>) -> String {
//~                  ^^^^^^^^^^^
    place.id.to_string()
}

fn main() {}
