//! actix-web's `web::Data`.

use fingerpost::{App, get, routes};

mod web {
    pub struct Data<T>(pub T);
}

struct Db(u64);

#[get("/")]
fn read(db: web::Data<Db>) -> String {
//~         ^^^^^^^^^
    db.0.0.to_string()
}

fn main() {
    let _ = App::new(routes![read]);
}
