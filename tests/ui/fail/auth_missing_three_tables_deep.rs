//! Two tables demand it, with one between them that does not: it is missing once.

use fingerpost::routes;

mod notes {
    use fingerpost::{get, routes};

    #[get("/")]
    fn list() {}

    routes! { auth = required, pub table = [list] }
    //~                                     ^^^^
}

mod api {
    use fingerpost::routes;

    use super::notes;

    routes! { pub table = ["/notes" => notes::table] }
}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, "/api" => api::table]);
}
