//! path() without arguments.

use fingerpost::{App, get, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

fn main() {
    println!("{}", a::path());
    //~            ^^^^^^^
    let _ = App::new(routes![a]);
}
