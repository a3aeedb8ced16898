//! What Flask calls the media type.

use fingerpost::get;

#[get("/", mimetype = "text/csv")]
//~        ^^^^^^^^
fn read() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
