//! The header's name instead of the key's.

use fingerpost::get;

#[get("/", content-type = "text/csv")]
//~        ^^^^^^^^^^^^
fn read() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
