//! A text as the error would be answered with 200.

use fingerpost::get;

#[get("/motd")]
fn motd() -> Result<String, String> {
//~                         ^^^^^^
    Err("no".to_owned())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
