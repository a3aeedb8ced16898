//! A handler is a function of Rust.

use fingerpost::get;

#[get("/")]
extern "C" fn read() {}
//~<^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
