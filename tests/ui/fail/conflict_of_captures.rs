//! The name of a capture makes no difference.

use fingerpost::get;

#[get("/posts/{id}")]
fn by_id(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{slug}")]
fn by_slug(slug: &str) -> String {
    slug.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![by_id, by_slug]);
    //~                                                     ^^^^^^^
}
