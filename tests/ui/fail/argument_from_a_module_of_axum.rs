//! `Json` from the module that axum has it in.
// no help: the compiler shows the line that says where it is here.

use fingerpost::extract::Json;
//~             ^^^^^^^
use fingerpost::post;

#[post("/")]
fn create(Json(count): Json<u32>) -> String {
    count.to_string()
}

fn main() {}
