//! A prefix is a literal.

use fingerpost::{App, get, routes};

const API: &str = "/api";

#[get("/a")]
fn a() {}

fn main() {
    println!("{API}");
    let _ = App::new(routes![API => a]);
//~                          ^^^
}
