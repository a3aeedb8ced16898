//! The argument has nearly the capture's name.

use fingerpost::get;

#[get("/posts/{post_id}")]
fn read(pots_id: u64) -> String {
//~     ^^^^^^^
    pots_id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
