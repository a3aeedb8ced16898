//! A body that is not right in itself: the only error is the body's own.

use fingerpost::{Json, get};

#[get("/{id}")]
fn read(id: u64) -> Json<u64> {
    Json(id.to_string())
    //~  ^^^^^^^^^^^^^^
}

fn main() {}
