//! A borrow inside the type of a capture.

use fingerpost::get;

struct Name<'n>(&'n str);

#[get("/users/{name}")]
fn read(name: Name<'_>) -> String {
//~           ^^^^^^^^
    name.0.to_owned()
}

fn main() {}
