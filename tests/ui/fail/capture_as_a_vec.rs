//! A capture is one value.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(id: Vec<u64>) -> String {
//~         ^^^^^^^^
    format!("{id:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
