//! The handler that needs it stands two tables down.

use fingerpost::{App, routes};

mod posts {
    pub struct Db(u64);

    #[fingerpost::get("/")]
    fn list(db: &Db) -> String {
        db.0.to_string()
    }

    fingerpost::routes! { pub table = [list] }
}

routes! { api = ["/posts" => posts::table] }

fn main() {
    App::new(routes!["/api" => api]).run("127.0.0.1:8080").unwrap();
    //~                              ^^^
}
