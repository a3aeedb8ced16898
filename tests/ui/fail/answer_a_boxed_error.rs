//! A boxed error does not say which status it is.

use fingerpost::get;

#[get("/motd")]
fn read() -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Ok(std::fs::read_to_string("/etc/motd")?)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
