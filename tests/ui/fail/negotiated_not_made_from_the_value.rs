//! A representation that is not made from the value.

use fingerpost::{Html, Json, Negotiated, get};

#[get("/note")]
fn note() -> Negotiated<u64, (Json<u64>, Html<String>)> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Negotiated::new(7)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
