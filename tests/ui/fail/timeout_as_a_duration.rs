//! The attribute reads text.

use fingerpost::get;

#[get("/slow", timeout = std::time::Duration::from_secs(5))]
//~                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
async fn slow() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![slow]);
}
