//! All handlers of a module.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/a")]
    pub fn a() {}
}

fn main() {
    let _ = App::new(routes![posts::*]);
    //~                             ^
}
