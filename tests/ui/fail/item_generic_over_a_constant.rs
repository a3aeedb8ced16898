//! A route has one type.

use fingerpost::get;

#[get("/")]
fn read<const N: usize>() -> String {
//~     ^^^^^^^^^^^^^^
    N.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
