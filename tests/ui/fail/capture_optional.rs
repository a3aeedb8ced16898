//! A segment is there or it is another path.

use fingerpost::get;

#[get("/posts/{id?}")]
//~   ^^^^^^^^^^^^^^
fn read(id: Option<u64>) -> String {
    format!("{id:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
