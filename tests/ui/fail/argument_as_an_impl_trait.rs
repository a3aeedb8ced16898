//! An argument has one type.

use fingerpost::get;

#[get("/")]
fn read(greeting: impl ToString) -> String {
//~               ^^^^^^^^^^^^^
    greeting.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
