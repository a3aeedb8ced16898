//! Units are abbreviated.

use fingerpost::get;

#[get("/slow", timeout = "5 fortnights")]
//~                      ^^^^^^^^^^^^^^
async fn slow() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![slow]);
}
