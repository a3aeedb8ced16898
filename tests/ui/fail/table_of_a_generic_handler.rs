//! A handler is not generic.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes![a::<u8>]);
//~                           ^^^^^^
}
