//! A route is not chosen by the query.

use fingerpost::get;

#[get("/posts?sort=new")]
//~   ^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
