//! All that the rest may be has a route of its own.

use fingerpost::{App, get, routes};

#[get("/files")]
fn list() -> &'static str {
    "files"
}

#[get("/files/")]
fn folder() -> &'static str {
    "a folder"
}

#[get("/files/{*path}")]
fn read(path: &str) -> String {
    path.to_owned()
}

#[get("/files/{*path?}")]
fn any(path: &str) -> String {
    path.to_owned()
}

fn main() {
    let _ = App::new(routes![any, list, folder, read]);
    //~                      ^^^
}
