//! Its type says that it is optional.

use fingerpost::get;

#[get("/posts?{limit?}")]
//~   ^^^^^^^^^^^^^^^^^
fn read(limit: Option<u32>) -> String {
    format!("{limit:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
