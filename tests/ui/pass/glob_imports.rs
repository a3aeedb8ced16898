//! Everything of the crate and of a module of handlers is in scope.
#![deny(warnings)]
#![allow(clippy::wildcard_imports)]

mod handlers {
    use fingerpost::*;

    #[get("/{id}")]
    pub fn read(id: u64) -> Json<u64> {
        Json(id)
    }

    #[post("/", location = |value| read(id = value.0))]
    pub fn create() -> Result<Json<u64>, Problem> {
        Ok(Json(7))
    }

    routes! { pub table = [read, create] }
}

use fingerpost::*;
use handlers::*;

fn main() {
    let _ = read::path(7);
    let _ = App::new(routes![read, "/again" => table]);
}
