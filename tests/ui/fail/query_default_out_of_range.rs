//! More than the type can hold.

use fingerpost::get;

#[get("/posts?{limit = 300}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^
fn read(limit: u8) -> String {
    limit.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
