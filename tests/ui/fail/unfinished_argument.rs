//! The type of an argument is still to be written.

use fingerpost::{App, get, routes};

#[get("/posts/{id}")]
fn get_post(id: ) -> String {
    //~         ^
    String::new()
}

fn main() {
    let _ = App::new(routes![get_post]);
}
// no help: the message is the compiler's own
