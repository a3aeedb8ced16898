//! A table mounts what is declared for clients alone.

use fingerpost::{App, get, routes};

#[get("/posts/{id}")]
fn get_post(id: u64) -> String;
//~ ^^^^^^^^

fn main() {
    drop(App::new(routes![get_post]).test());
}
