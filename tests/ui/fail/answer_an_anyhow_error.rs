//! An error of any kind says no status.

use fingerpost::get;

mod anyhow {
    pub struct Error(pub &'static str);
}

#[get("/motd")]
async fn motd() -> Result<String, anyhow::Error> {
//~                               ^^^^^^^^^^^^^
    Err(anyhow::Error("no"))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
