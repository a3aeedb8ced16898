//! A method of a type is no handler.

use fingerpost::{App, routes};

struct Posts;

impl Posts {
    fn list() {}
}

fn main() {
    Posts::list();
    let _ = App::new(routes![Posts::list]);
    //~                      ^^^^^^^^^^^
}
