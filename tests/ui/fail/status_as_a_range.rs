//! A status is one number.

use fingerpost::put;

#[put("/database", status = 200..=299)]
//~                         ^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
