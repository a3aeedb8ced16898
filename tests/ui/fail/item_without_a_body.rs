//! A declaration alone.

use fingerpost::get;

#[get("/")]
fn read();
//~<^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
