//! A table whose list is still to be written.

use fingerpost::{get, routes};

#[get("/")]
fn home() {}

routes! { pub table = }
//~           ^^^^^

fn main() {
    drop(fingerpost::App::new(table));
}
