//! An argument of which only the name is written.

use fingerpost::{App, get, routes};

#[get("/posts/{id}")]
async fn get_post(id) -> String {
    //~             ^
    String::new()
}

fn main() {
    let _ = App::new(routes![get_post]);
}
