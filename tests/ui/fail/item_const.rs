//! A handler is called by requests alone.

use fingerpost::get;

#[get("/")]
const fn read() -> &'static str {
//~<^
    "posts"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
