//! Every mistake of an attribute is reported at once.

use fingerpost::route;

#[route(get, "posts", status = "201")]
//~     ^^^  ^^^^^^^           ^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
