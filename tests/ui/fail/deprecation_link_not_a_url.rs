//! A link leads to a page.

use fingerpost::get;

#[get("/", deprecation_link = "see the wiki")]
//~                           ^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
