//! A type that nobody taught to be written.

use fingerpost::{Json, get};

struct Post {
    title: String,
}

#[get("/posts")]
fn read() -> Json<Post> {
//~          ^^^^^^^^^^
    let post = Post { title: String::new() };
    drop(post.title.clone());
    Json(post)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
