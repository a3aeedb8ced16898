//! Several tables of one function do not meet.
#![deny(warnings)]

use fingerpost::{App, get, routes};

#[get("/one")]
fn one() {}

#[get("/two")]
fn two() {}

fn main() {
    let (first, second) = (App::new(routes![one]), App::new(routes![two]));
    let _ = (first, second, App::new(routes![]), App::new(routes![one, two,]));
}
