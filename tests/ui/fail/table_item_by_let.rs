//! A table by `let`.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

routes! { let table = [a]; }
//~       ^^^

fn main() {
    let _ = App::new(routes![table]);
}
