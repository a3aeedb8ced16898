//! A table where it is used.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/")]
    pub fn list() {}

    fingerpost::routes! { pub table = [list] }
}

#[fingerpost::put("/database")]
fn database() {}

fn main() {
    posts::list();
    database();
    let _ = App::new(routes![database, "/posts" => posts::table]);
}
