//! Extractors are given the request; handlers take extractors.

use fingerpost::{RequestContext, get};

#[get("/")]
fn read(request: &mut RequestContext<'_>) -> String {
//~              ^^^^^^^^^^^^^^^^^^^^^^^
    request.uri().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
