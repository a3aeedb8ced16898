//! More than can be counted.

use fingerpost::post;

#[post("/upload", body_limit = "99999999999 GiB")]
//~                            ^^^^^^^^^^^^^^^^^
fn upload(body: String) -> String {
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
