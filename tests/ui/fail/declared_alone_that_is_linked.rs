//! A `location` leads to what is declared for clients alone.

use fingerpost::{App, get, post, routes};

mod posts {
    use fingerpost::get;

    #[get("/posts/{id}")]
    pub(crate) fn get_post(id: u64) -> String;
    //~           ^^^^^^^^
}

#[post("/posts", status = 201, location = posts::get_post())]
fn new_post() -> String {
    "made".to_owned()
}

#[get("/")]
fn home() {}

fn main() {
    drop(App::new(routes![new_post, home]).test());
}
