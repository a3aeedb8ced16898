//! A test that calls the handler in the place of its path.

use fingerpost::{App, get, routes};

#[get("/posts/{id}")]
fn read(id: u64) {
    let _ = id;
}

fn main() {
    let _ = App::new(routes![read]).test().get(read(7));
    //~                                        ^^^^^^^
}
