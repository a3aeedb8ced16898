//! The media type has a key of its own.

use fingerpost::get;

#[get("/page", header("Content-Type" = "text/html"))]
//~                   ^^^^^^^^^^^^^^
fn page() -> &'static str {
    "<h1>"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
