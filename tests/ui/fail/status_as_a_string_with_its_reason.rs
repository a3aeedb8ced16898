//! A whole status line.

use fingerpost::put;

#[put("/database", status = "201 Created")]
//~                         ^^^^^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
