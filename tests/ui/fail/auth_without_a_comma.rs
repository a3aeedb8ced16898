//! A comma stands between what a table demands and the table.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

routes! { auth = required pub table = [health] }
//~                       ^^^

fn main() {
    let _ = fingerpost::App::new(table);
}
