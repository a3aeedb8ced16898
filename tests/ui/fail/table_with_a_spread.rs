//! A table is an entry as it is.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() {}

routes! { posts = [home] }

fn main() {
    let _ = App::new(routes![..posts]);
    //~                      ^^
}
