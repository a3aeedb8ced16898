//! A media type of an answer that has no body.

use fingerpost::put;

#[put("/database", content_type = "text/csv")]
//~                ^^^^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
