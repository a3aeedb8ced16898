//! The rest takes whole segments.

use fingerpost::get;

#[get("/files/v{*path}")]
//~   ^^^^^^^^^^^^^^^^^
fn read(path: &str) -> String {
    path.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
