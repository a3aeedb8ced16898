//! Attributes and handlers imported under other names.
#![deny(warnings)]

use fingerpost::{App as Application, get as read_route, routes as table_of};

mod posts {
    use fingerpost as web;

    #[web::get("/{id}")]
    pub fn show(id: u64) -> String {
        id.to_string()
    }
}

use posts::show as show_post;

#[read_route("/home")]
fn home() -> &'static str {
    "home"
}

#[fingerpost::post("/", status = 201, location = show_post(id = 1))]
fn create() {}

fn main() {
    let _ = Application::new(table_of![home, "/posts" => show_post, create]);
    let _ = show_post::path(7);
}
