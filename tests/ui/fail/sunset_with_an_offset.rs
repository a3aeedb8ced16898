//! A time is in UTC.

use fingerpost::get;

#[get("/", sunset = "2026-01-31T12:00:00+01:00")]
//~                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
