//! All parameters are an extractor.

use fingerpost::get;

#[get("/posts?{*all}")]
//~   ^^^^^^^^^^^^^^^
fn read(all: Vec<String>) -> String {
    all.concat()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
