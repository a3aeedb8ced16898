//! The header of the thread, as its author wrote it.

use fingerpost::get;

#[get("/page", header("ContentType" = "text/html"))]
//~                   ^^^^^^^^^^^^^
fn page() -> &'static str {
    "<h1>"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
