//! The path is in typographic quotes, as pages and chats have them.

use fingerpost::{App, get, routes};

#[get(“/posts”)]
//~   ^      ^
fn posts() {}

fn main() {
    drop(App::new(routes![posts]));
}
