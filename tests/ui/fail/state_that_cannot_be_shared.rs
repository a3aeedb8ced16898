//! A `Cell` belongs to one thread.

use std::cell::Cell;

use fingerpost::get;

#[get("/")]
fn count(counter: &Cell<u64>) -> String {
//~               ^^^^^^^^^^
    counter.get().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![count]);
}
