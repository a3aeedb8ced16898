//! One table below two prefixes, and an operation id in it.

use fingerpost::{App, get, routes};

#[get("/a", operation_id = "a")]
fn a() {}

routes! { table = [a] }

fn main() {
    let _ = App::new(routes!["/one" => table, "/two" => table]);
    //~                                                 ^^^^^
}
