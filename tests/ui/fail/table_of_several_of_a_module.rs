//! Several handlers of a module.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/a")]
    pub fn a() {}
    #[fingerpost::get("/b")]
    pub fn b() {}
}

fn main() {
    let _ = App::new(routes![posts::{a, b}]);
    //~                             ^^^^^^
}
