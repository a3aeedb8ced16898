//! `Path` where the path has no capture.

use fingerpost::{Path, get};

#[get("/posts")]
fn read(Path(id): Path<u32>) -> String {
//~               ^^^^^^^^^
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
