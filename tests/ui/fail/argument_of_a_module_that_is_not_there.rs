//! A path to a type through a module that is not there.

use fingerpost::{Json, post};

#[post("/")]
fn create(Json(new): Json<models::New>) {}
//~                       ^^^^^^

fn main() {}
// no help: the message is the compiler's own
