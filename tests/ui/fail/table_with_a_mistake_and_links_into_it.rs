//! A table with a mistake, which another's link leads into: that is not said to lead nowhere.

use fingerpost::{App, get, post, routes};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = read(id = 7))]
fn create() {}

routes! {
    table = [read, "/posts" => [create]]
    //~                        ^^^^^^^^
}

fn main() {
    let _ = App::new(routes![table, create]);
}
