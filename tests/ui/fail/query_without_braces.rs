//! A parameter is bound to an argument.

use fingerpost::get;

#[get("/posts?limit")]
//~   ^^^^^^^^^^^^^^
fn read(limit: u32) -> String {
    limit.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
