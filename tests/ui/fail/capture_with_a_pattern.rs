//! Captures as actix-web writes them.

use fingerpost::get;

#[get("/posts/{id:[0-9]+}")]
//~   ^^^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
