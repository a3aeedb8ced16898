//! A sync function that returns a future.

use fingerpost::get;

#[get("/")]
fn read() -> impl Future<Output = String> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    async { String::new() }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
