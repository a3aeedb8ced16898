//! Text is borrowed as `&str`.

use fingerpost::get;

#[get("/posts/{slug}")]
fn read(slug: str) -> String {
//~           ^^^
    slug.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
