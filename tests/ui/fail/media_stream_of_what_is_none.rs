//! A list is not a stream.

use fingerpost::{Streamed, get};

#[get("/lines")]
fn lines() -> Streamed<Vec<String>> {
    //~       ^^^^^^^^^^^^^^^^^^^^^
    Streamed(Vec::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![lines]);
}
