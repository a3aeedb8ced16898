//! A number of what?

use fingerpost::get;

#[get("/slow", timeout = 5)]
//~                      ^
async fn slow() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![slow]);
}
