//! An extractor by `&mut`.

use fingerpost::{Json, post};

#[post("/posts")]
fn create(titles: &mut Json<Vec<String>>) -> String {
//~               ^^^^^^^^^^^^^^^^^^^^^^
    titles.0.join(", ")
}

fn main() {}
