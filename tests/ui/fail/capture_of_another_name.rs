//! The argument has another name than the capture, whose place is clear.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(number: u64) -> String {
//~     ^^^^^^
    number.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
