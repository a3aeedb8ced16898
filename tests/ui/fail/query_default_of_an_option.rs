//! A parameter with a default is never missing.

use fingerpost::get;

#[get("/posts?{limit = 10}")]
fn read(limit: Option<u32>) -> String {
//~            ^^^^^^^^^^^
    format!("{limit:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
