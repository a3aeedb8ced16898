//! An error of any kind says no status.

use anyhow::Result;
use fingerpost::get;

mod anyhow {
    pub struct Error(pub &'static str);
    pub type Result<T, E = Error> = std::result::Result<T, E>;
}

#[get("/motd")]
async fn motd() -> Result<String> {
//~                ^^^^^^^^^^^^^^
    Err(anyhow::Error("no"))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
