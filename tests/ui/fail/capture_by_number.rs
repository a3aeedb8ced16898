//! A capture is bound by its name.

use fingerpost::get;

#[get("/posts/{0}")]
//~   ^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
