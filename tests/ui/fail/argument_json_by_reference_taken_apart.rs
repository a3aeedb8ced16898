//! An extractor by reference, taken apart.

use fingerpost::{Json, post};

#[post("/")]
fn create(Json(new): &Json<String>) -> String {
    //~               ^^^^^^^^^^^^
    new.clone()
}

fn main() {}
