//! A body's type without `Json` around it.

use fingerpost::post;
use serde::Deserialize;

#[derive(Deserialize)]
struct NewPost {
    title: String,
}

#[post("/posts")]
fn create(new: NewPost) -> String {
//~            ^^^^^^^
    new.title
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
