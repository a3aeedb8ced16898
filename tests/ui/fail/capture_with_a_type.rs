//! The type is the argument's.

use fingerpost::get;

#[get("/posts/{id: u64}")]
//~   ^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
