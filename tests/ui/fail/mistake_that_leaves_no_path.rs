//! Without a path nothing is known of its arguments.

use fingerpost::{App, get, post, routes};

#[get]
//~<^^
async fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = |id| read(id = id))]
async fn create() -> String {
    let path = read::path(7, "and", "anything");
    path.to_string()
}

fn main() {
    let app = App::new(routes!["/api" => read, "/other" => read, create]);
    let _ = app.state(String::new()).run("127.0.0.1:8080");
}
