//! An error that does not say which status it is.

use fingerpost::get;

#[get("/motd")]
fn read() -> Result<String, std::io::Error> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    std::fs::read_to_string("/etc/motd")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
