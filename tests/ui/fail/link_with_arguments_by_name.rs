//! The arguments of `path` stand in the order of the path.

use fingerpost::{App, get, routes};

#[get("/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    println!("{}", read::path(id = 7));
    //~                       ^^
    let _ = App::new(routes![read]);
}
// no help: the message is the compiler's own
