//! A page for what is not found, below a table that finds everything.

use fingerpost::{App, get, routes};

mod files {
    use fingerpost::{get, routes};

    #[get("/")]
    pub fn list() -> &'static str {
        "files"
    }

    #[get("/{*path}")]
    pub fn read(path: &str) -> String {
        path.to_owned()
    }

    routes! { pub table = [list, read] }
}

#[get("/files/")]
fn folder() -> &'static str {
    "a folder"
}

#[fingerpost::route(HEAD, "/files/{*path?}")]
fn missing(path: &str) -> String {
    path.to_owned()
}

fn main() {
    let _ = App::new(routes!["/files" => files::table, folder, missing]);
    //~                                                        ^^^^^^^
}
