//! A handler has one route.

use fingerpost::get;

#[get("/posts")]
#[get("/articles")]
//~<^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
