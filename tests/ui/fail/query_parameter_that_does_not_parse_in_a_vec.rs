//! A type without `FromStr`, many times.

use fingerpost::get;

struct Tag(String);

#[get("/posts?{tag}")]
fn read(tag: Vec<Tag>) -> String {
//~          ^^^^^^^^
    tag.into_iter().map(|tag| tag.0).collect()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
