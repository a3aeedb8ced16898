//! A number of what?

use fingerpost::post;

#[post("/upload", body_limit = 65536)]
//~                            ^^^^^
fn upload(body: String) -> String {
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
