//! A box of any answer.

use fingerpost::{Responder, get};

#[get("/")]
fn home() -> Box<dyn Responder> {
    //~      ^^^^^^^^^^^^^^^^^^
    Box::new("home")
}

fn main() {}
