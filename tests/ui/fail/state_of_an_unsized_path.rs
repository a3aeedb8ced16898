//! `Path` of the standard library has no size.

use std::path::Path;

use fingerpost::{App, get, routes};

#[get("/")]
fn read(root: &Path) -> String {
//~            ^^^^
    root.display().to_string()
}

fn main() {
    let _ = App::new(routes![read]);
}
