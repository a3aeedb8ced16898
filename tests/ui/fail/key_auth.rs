//! Who asks is proved by an argument.

use fingerpost::get;

#[get("/", auth = "bearer")]
//~        ^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
