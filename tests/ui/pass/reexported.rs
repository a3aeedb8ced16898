//! Another crate passes fingerpost on, and each attribute says where it is.
// in: reexported
#![deny(warnings)]

use facade::web::{App, Json, get};

#[get("/posts/{id}", crate = facade::web)]
async fn read(id: u64) -> Json<u64> {
    Json(id)
}

fn main() {
    let _ = read::path(7);
    let _ = App::new(facade::web::routes![crate = facade::web, read]);
}
