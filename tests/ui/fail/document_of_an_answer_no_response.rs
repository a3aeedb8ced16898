//! An answer that is no response, and a document that would show it.

use fingerpost::openapi::Info;
use fingerpost::{App, get, routes};

struct Post;

#[get("/")]
fn read() -> Post {
    //~      ^^^^
    Post
}

fn main() {
    let _ = App::new(routes![read]).openapi(Info::new("Posts", "1.0.0"));
}
