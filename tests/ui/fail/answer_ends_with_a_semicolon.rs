//! A semicolon at the end of the value.

use fingerpost::get;

#[get("/")]
fn read() -> String {
//~          ^^^^^^
    "posts".to_owned();
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
