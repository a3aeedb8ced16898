//! Flask calls it `url_for`.

use fingerpost::get;

#[get("/posts")]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
    println!("{}", read::url_for());
    //~                  ^^^^^^^
}
// no help: the message is the compiler's own
