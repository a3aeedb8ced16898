//! What an alias borrows is not seen in its name.

use fingerpost::get;

type Text<'t> = &'t str;

#[get("/greet/{name}")]
fn greet(name: Text<'_>) -> String {
    //~        ^^^^^^^^
    format!("Hello, {name}!")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![greet]);
}
