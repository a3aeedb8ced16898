//! The unit is part of the text.

use fingerpost::post;

#[post("/upload", body_limit = 64 * 1024)]
//~                            ^^^^^^^^^
fn upload(body: String) -> String {
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
