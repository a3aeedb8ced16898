//! A route is not chosen by its query.

use fingerpost::get;

#[get("/posts")]
fn list() {}

#[get("/posts?{q}")]
fn search(q: &str) -> String {
    q.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list, search]);
    //~                                                    ^^^^^^
}
