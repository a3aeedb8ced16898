//! Bits are not counted.

use fingerpost::post;

#[post("/upload", body_limit = "64 Kbit")]
//~                            ^^^^^^^^^
fn upload(body: String) -> String {
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
