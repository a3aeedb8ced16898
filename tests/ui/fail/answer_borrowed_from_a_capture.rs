//! A response outlives its request.

use fingerpost::get;

#[get("/{name}")]
fn read(name: &str) -> &str {
//~                    ^^^^
    name.trim()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
