//! A table by `fn`.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

routes! { pub fn table() -> Routes { [a] } }
//~           ^^

fn main() {
    let _ = App::new(routes![table]);
}
