//! The path is a text of Python's, with what it has before the quotes.

use fingerpost::{App, get, routes};

#[get(f"/posts")]
//~   ^
fn posts() {}

fn main() {
    drop(App::new(routes![posts]));
}
