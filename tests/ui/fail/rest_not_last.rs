//! Nothing can follow the rest.

use fingerpost::get;

#[get("/files/{*path}/raw")]
//~   ^^^^^^^^^^^^^^^^^^^^
fn read(path: &str) -> String {
    path.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
