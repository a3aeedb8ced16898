//! actix-web's `web::Json`.

use fingerpost::{App, post, routes};

mod web {
    pub struct Json<T>(pub T);
}

#[post("/")]
fn create(body: web::Json<u64>) -> String {
//~             ^^^^^^^^^
    body.0.to_string()
}

fn main() {
    let _ = App::new(routes![create]);
}
