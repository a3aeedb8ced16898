//! A table where it is used.

use fingerpost::{App, put, routes};

mod posts {
    use fingerpost::{get, routes};

    #[get("/")]
    pub fn list() {}

    routes! { pub table = [list] }
}

#[put("/database")]
fn database() {}

fn main() {
    posts::list();
    database();
    let _ = App::new(routes![database, "/posts" => posts::table]);
}
