//! Time does not run backwards.

use fingerpost::get;

#[get("/slow", timeout = "-5 s")]
//~                      ^^^^^^
async fn slow() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![slow]);
}
