//! A word where a number belongs.

use fingerpost::get;

#[get("/posts?{limit = ten}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^
fn read(limit: u32) -> String {
    limit.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
