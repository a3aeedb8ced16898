//! A struct is not an answer by itself.

use fingerpost::get;
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    title: String,
}

#[get("/posts")]
fn read() -> Post {
//~          ^^^^
    Post { title: String::new() }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
