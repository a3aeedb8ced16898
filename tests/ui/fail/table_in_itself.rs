//! A table that nests itself.

use fingerpost::{get, routes};

#[get("/a")]
fn a() {}

routes! { pub table = [a, "/again" => table] }
//~                                   ^^^^^

fn main() {
    let _ = fingerpost::App::new(table);
}
