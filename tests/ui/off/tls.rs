//! `tls`, and its feature is off.
// in: bare

use fingerpost::{App, get, routes};

#[get("/")]
fn home() {}

fn main() {
    let _ = App::new(routes![home]).tls(());
    //~                             ^^^
}
