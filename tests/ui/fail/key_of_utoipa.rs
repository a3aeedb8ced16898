//! utoipa's answers are said by the types.

use fingerpost::{App, get, routes};

#[get("/posts", responses((status = 200, description = "all posts")))]
//~             ^^^^^^^^^
fn list() -> String {
    String::new()
}

fn main() {
    let _ = App::new(routes![list]);
}
