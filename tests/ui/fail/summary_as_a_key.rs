//! The doc comment is the summary.

use fingerpost::get;

#[get("/", summary = "Reads it all.")]
//~        ^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
