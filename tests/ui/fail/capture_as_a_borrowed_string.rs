//! Text is borrowed as `&str`.

use fingerpost::get;

#[get("/posts/{slug}")]
fn read(slug: &String) -> String {
//~           ^^^^^^^
    slug.clone()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
