//! A route on a struct that tables name.

use fingerpost::{App, get, post, routes};

#[get("/posts/{id}")]
pub struct Posts {
    //~<^^
    pub id: u64,
}

#[post("/posts", status = 201, location = Posts(id = 7))]
fn create() {}

fn main() {
    let _ = Posts { id: 7 };
    let _ = App::new(routes![Posts, create]).test();
}
