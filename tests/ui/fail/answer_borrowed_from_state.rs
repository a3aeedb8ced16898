//! A response outlives its request.

use fingerpost::get;

struct Db(String);

#[get("/")]
fn read(db: &Db) -> &str {
//~                 ^^^^
    &db.0
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
