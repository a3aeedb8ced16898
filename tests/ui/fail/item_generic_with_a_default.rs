//! A default makes a function no less generic.

use fingerpost::get;

#[get("/")]
fn home<T = u8>() {}
//~     ^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![home]);
}
