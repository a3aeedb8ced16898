//! One macro, one table.

use fingerpost::get;

#[get("/one")]
fn one() {}

#[get("/two")]
fn two() {}

fingerpost::routes! {
    first = [one];
    second = [two];
    //~<^^^^^^^^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![first]);
}
