//! A number in quotes.

use fingerpost::get;

#[get("/posts?{limit = '10'}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^
fn read(limit: u32) -> String {
    limit.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
