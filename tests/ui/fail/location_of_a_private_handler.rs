//! A `Location` to a handler of another module that is private.

use fingerpost::{App, post, routes};

mod posts {
    use fingerpost::get;

    #[get("/posts/{id}")]
    fn read(id: u64) -> String {
        id.to_string()
    }

    fingerpost::routes! { pub table = [read] }
}

#[post("/posts", status = 201, location = posts::read(id = 7))]
//~                                              ^^^^
fn create() {}

fn main() {
    let _ = App::new(routes![create, posts::table]);
}
// no help: the message is the compiler's own
