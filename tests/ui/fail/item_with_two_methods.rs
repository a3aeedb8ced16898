//! Several methods of one path are one attribute.

use fingerpost::get;

#[get("/posts")]
#[fingerpost::post("/posts")]
//~<^^^^^^^^^^^^^^^^^^^^^^^^^
fn both() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
