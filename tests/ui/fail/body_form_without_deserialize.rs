//! A type that nobody taught to be read.

use fingerpost::{Form, post};

struct NewPost {
    title: String,
}

#[post("/posts")]
fn create(Form(new): Form<NewPost>) -> String {
//~                  ^^^^^^^^^^^^^
    new.title
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
