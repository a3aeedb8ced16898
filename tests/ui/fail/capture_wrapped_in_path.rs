//! A capture as axum takes it, with a name that the path has too.

use fingerpost::{Path, get};

#[get("/posts/{id}")]
fn read(id: Path<u64>) -> String {
//~         ^^^^^^^^^
    id.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
