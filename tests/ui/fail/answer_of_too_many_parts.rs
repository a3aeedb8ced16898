//! A tuple has up to three parts before the answer.

use fingerpost::{HeaderMap, StatusCode, put};

#[put("/posts")]
fn create() -> (StatusCode, HeaderMap, HeaderMap, HeaderMap, String) {
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    (StatusCode::CREATED, HeaderMap::new(), HeaderMap::new(), HeaderMap::new(), String::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
