//! Captures as Flask writes them.

use fingerpost::get;

#[get("/posts/<int:id>")]
//~   ^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
