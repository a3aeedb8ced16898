//! A path that matches has all its captures.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(id: Option<u64>) -> String {
//~         ^^^^^^^^^^^
    format!("{id:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
