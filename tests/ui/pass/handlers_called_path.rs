//! Handlers of the name that a handler's own function has, in modules.
#![deny(warnings)]

use fingerpost::{App, get, post, routes};

mod download {
    use fingerpost::get;

    #[get("/download/{id}")]
    pub fn path(id: u64) -> String {
        id.to_string()
    }
}

mod bare {
    use fingerpost::get;

    #[get("/bare")]
    pub fn path() {}
}

#[post("/", status = 201, location = download::path(id = 7))]
fn create() {}

#[post("/other", status = 201, location = crate::bare::path())]
fn create_other() {}

#[get("/{path}")]
fn path(path: &str) -> String {
    path.to_owned()
}

routes! { all = [crate::download::path, bare::path, self::path] }

fn main() {
    let _ = App::new(routes![download::path, bare::path, crate::path, create, create_other]);
    let _ = App::new(routes!["/all" => all]);
}
