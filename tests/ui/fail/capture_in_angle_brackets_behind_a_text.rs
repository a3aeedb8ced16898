//! Rocket's capture, with a text before it.

use fingerpost::get;

#[get("/@<user>")]
//~   ^^^^^^^^^^
fn read(user: &str) -> String {
    user.to_owned()
}

fn main() {}
