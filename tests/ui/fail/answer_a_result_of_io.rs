//! The error of an alias says no status.

use std::io;

use fingerpost::get;

#[get("/motd")]
fn motd() -> io::Result<String> {
//~          ^^^^^^^^^^^^^^^^^^
    std::fs::read_to_string("/etc/motd")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
