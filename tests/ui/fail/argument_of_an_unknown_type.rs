//! A type that was not imported.

use fingerpost::get;

#[get("/")]
fn read(headers: HeaderMap) -> String {
//~              ^^^^^^^^^
    headers.len().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
