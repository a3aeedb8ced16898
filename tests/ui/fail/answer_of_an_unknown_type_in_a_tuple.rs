//! What the answer is made of is not there.

use fingerpost::{Json, StatusCode, get};

#[get("/")]
fn read() -> (StatusCode, Json<Post>) {
//~                            ^^^^
    todo!()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
