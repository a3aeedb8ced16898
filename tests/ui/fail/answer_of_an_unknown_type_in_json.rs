//! What the answer is made of is not there.

use fingerpost::{Json, get};

#[get("/")]
fn read() -> Json<Post> {
//~               ^^^^
    todo!()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
