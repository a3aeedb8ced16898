//! A request is made and never sent.
#![deny(unused_must_use)]
// no help: the compiler says what it is for.

use fingerpost::get;

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

fn main() {
    let () = { get_post::request(7); };
    //~        ^^^^^^^^^^^^^^^^^^^^
}
