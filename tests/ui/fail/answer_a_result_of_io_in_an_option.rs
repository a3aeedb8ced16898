//! The error of an alias in an `Option` says no status.

use std::io;

use fingerpost::get;

#[get("/motd")]
fn motd() -> Option<io::Result<String>> {
//~                 ^^^^^^^^^^^^^^^^^^
    Some(std::fs::read_to_string("/etc/motd"))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
