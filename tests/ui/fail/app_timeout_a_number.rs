//! A time as a number of seconds.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() {}

fn main() {
    drop(App::new(routes![home]).timeout(5));
    //~                                  ^
}
