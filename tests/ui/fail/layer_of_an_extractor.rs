//! What axum has as a layer and as an extractor.

use fingerpost::{App, Extension, get, routes};

#[get("/")]
fn home() {}

fn main() {
    let _ = App::new(routes![home]).layer(Extension(7_u32));
    //~                                   ^^^^^^^^^^^^^^^^
}
