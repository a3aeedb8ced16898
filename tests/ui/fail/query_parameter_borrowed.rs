//! Only text can be borrowed from the request.

use fingerpost::get;

#[get("/posts?{limit}")]
fn read(limit: &u32) -> String {
//~            ^^^^
    limit.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
