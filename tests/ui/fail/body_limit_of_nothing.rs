//! Then the body is not read at all.

use fingerpost::post;

#[post("/upload", body_limit = "0 B")]
//~                            ^^^^^
fn upload(body: String) -> String {
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
