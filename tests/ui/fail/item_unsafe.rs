//! Clients choose the arguments.

use fingerpost::get;

#[get("/{index}")]
unsafe fn read(index: usize) -> String {
//~<^^
    index.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
