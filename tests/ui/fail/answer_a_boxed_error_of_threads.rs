//! A boxed error says no status.

use std::error::Error;

use fingerpost::get;

#[get("/motd")]
async fn motd() -> Result<String, Box<dyn Error + Send + Sync>> {
//~                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Ok(std::fs::read_to_string("/etc/motd")?)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
