//! A path takes what the handler takes.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
    println!("{}", read::path("seven"));
    //~                       ^^^^^^^
}
// no help: the message is the compiler's own
