//! A type that another module keeps to itself.

use fingerpost::get;

mod posts {
    #[derive(serde::Serialize)]
    struct Post;
}

#[get("/")]
fn read() -> fingerpost::Json<posts::Post> {
//~                                  ^^^^
    todo!()
}

fn main() {}
// no help: the message is the compiler's own
