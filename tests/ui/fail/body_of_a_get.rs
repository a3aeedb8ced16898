//! RFC 9110 gives the body of a GET no meaning.

use fingerpost::{Json, get};

#[get("/posts")]
fn read(Json(number): Json<u64>) -> String {
//~                   ^^^^^^^^^
    number.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
