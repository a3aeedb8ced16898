//! A type that is not there.

use fingerpost::{Json, Valid, post};

#[post("/posts")]
fn create(Valid(Json(_new)): Valid<Json<Post>>) {}
//~                                     ^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
// no help: the compiler knows no such type
