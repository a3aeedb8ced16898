//! Handlers and tables inside of functions.
#![deny(warnings)]

use fingerpost::{App, Json, get, post, routes};

fn app() -> App<impl fingerpost::Table, impl Sized> {
    struct Db(u64);

    #[get("/{id}")]
    fn read(id: u64, db: &Db) -> Json<u64> {
        Json(id + db.0)
    }

    #[post("/", status = 201, location = |value| read(id = value.0))]
    async fn create() -> Json<u64> {
        Json(7)
    }

    routes! { table = [read, create] }

    App::new(routes!["/api" => table]).state(Db(7))
}

fn main() {
    let _ = app();
    let _ = || {
        #[get("/")]
        fn read() {}
        App::new(routes![read])
    };
}
