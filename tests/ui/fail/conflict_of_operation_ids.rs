//! A document names each operation once.

use fingerpost::get;

#[get("/posts", operation_id = "list")]
fn posts() {}

#[get("/users", operation_id = "list")]
fn users() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts, users]);
    //~                                                     ^^^^^
}
