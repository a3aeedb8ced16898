//! A future in a box.

use std::pin::Pin;

use fingerpost::get;

#[get("/")]
fn read() -> Pin<Box<dyn Future<Output = String> + Send>> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Box::pin(async { String::new() })
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
