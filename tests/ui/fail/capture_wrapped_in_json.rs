//! An extractor of the body for a capture.

use fingerpost::{Json, get};

#[get("/{id}")]
fn read(id: Json<u64>) -> String {
    //~     ^^^^^^^^^
    id.0.to_string()
}

fn main() {}
