//! A sync function that returns an `async` block.

use fingerpost::get;

#[get("/")]
fn read() -> impl Future<Output = String> + Send {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    async { String::new() }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
