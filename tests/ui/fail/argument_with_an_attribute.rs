//! Other frameworks say with attributes where an argument comes from.

use fingerpost::get;

#[get("/me")]
fn account(#[header("x-token")] token: String) -> String {
    //~    ^^^^^^^^^^^^^^^^^^^^
    token
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![account]);
}
