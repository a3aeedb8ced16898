//! The attribute reads text.

use std::time::Duration;

use fingerpost::get;

#[get("/slow", timeout = Duration::from_secs(5))]
//~                      ^^^^^^^^^^^^^^^^^^^^^^
async fn slow() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![slow]);
}
