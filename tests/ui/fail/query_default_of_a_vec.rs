//! A parameter that may repeat has no default.

use fingerpost::get;

#[get("/posts?{tag = rust}")]
fn read(tag: Vec<String>) -> String {
//~          ^^^^^^^^^^^
    tag.concat()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
