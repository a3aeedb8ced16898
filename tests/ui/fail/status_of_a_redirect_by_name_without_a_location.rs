//! A redirect that leads nowhere.

use fingerpost::get;

#[get("/old", status = SEE_OTHER)]
//~                    ^^^^^^^^^
fn old() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![old]);
}
