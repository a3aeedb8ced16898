//! Two tables demand it, one in the other: it is missing once.

use fingerpost::routes;

mod notes {
    use fingerpost::{get, routes};

    #[get("/")]
    fn list() {}

    routes! { auth = required, pub table = [list] }
    //~                                     ^^^^
}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, "/notes" => notes::table]);
}
