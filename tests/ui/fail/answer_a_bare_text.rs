//! A text without `&'static`.

use fingerpost::get;

#[get("/")]
fn home() -> str {
    //~      ^^^
    "home"
}

fn main() {}
