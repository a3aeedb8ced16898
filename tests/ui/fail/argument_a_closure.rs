//! A function to be called back.

use fingerpost::get;

#[get("/")]
fn read(call: fn() -> u64) -> String {
    //~       ^^^^^^^^^^^
    call().to_string()
}

fn main() {}
