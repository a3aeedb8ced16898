//! A type that was not imported.

use fingerpost::get;

#[get("/")]
fn read(headers: Headers) -> String {
//~              ^^^^^^^
    headers.len().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
// no help: the message is the compiler's own
