//! A capture has one type.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(id: impl ToString) -> String {
//~         ^^^^^^^^^^^^^
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
