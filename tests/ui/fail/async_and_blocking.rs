//! What is async does not block.

use fingerpost::get;

#[get("/", blocking)]
//~        ^^^^^^^^
async fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
