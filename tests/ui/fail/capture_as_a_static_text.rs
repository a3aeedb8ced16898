//! Text of the request does not live forever.

use fingerpost::get;

#[get("/posts/{slug}")]
fn read(slug: &'static str) -> &'static str {
//~           ^^^^^^^^^^^^
    slug
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
