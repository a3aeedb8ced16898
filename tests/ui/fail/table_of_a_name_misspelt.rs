//! No handler is called that.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read_post() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![raed_post]);
    //~                                              ^^^^^^^^^
}
