//! A table below a prefix has a name.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/api" => [read]]);
    //~                                                        ^^^^^^
}
