//! The same in a table with a name, below a prefix: each such handler is one error.

use fingerpost::{get, post, routes};

#[get("/notes")]
fn list() {}

#[post("/notes")]
fn create() {}

routes! {
    auth = required,
    /// What people write.
    pub table = [list, "/v2" => create]
    //~          ^^^^
    //~                         ^^^^^^
}

fn main() {
    let _ = fingerpost::App::new(table);
}
