//! One name for two things.

use fingerpost::get;

#[get("/posts/{id}?{id}")]
//~   ^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
