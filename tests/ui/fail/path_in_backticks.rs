//! The path in backticks, as JavaScript has them.

use fingerpost::{App, get, routes};

#[get(`/posts`)]
//~   ^      ^
fn posts() {}

fn main() {
    drop(App::new(routes![posts]));
}
