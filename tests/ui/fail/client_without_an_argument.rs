//! A client leaves out the body.

use fingerpost::{Json, put};

#[put("/posts/{id}")]
fn put_post(id: u64, Json(title): Json<String>) -> String {
    format!("{id} {title}")
}

fn main() {
    let _ = put_post::request(7);
    //~     ^^^^^^^^^^^^^^^^^
}
