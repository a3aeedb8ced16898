//! What takes the place of an operation is another one.

use fingerpost::{App, get, routes};

#[get("/v1/posts/{id}", sunset = "2027-01-31", successor = get_post(id = id))]
//~                                                        ^^^^^^^^
fn get_post(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new(routes![get_post]);
}
