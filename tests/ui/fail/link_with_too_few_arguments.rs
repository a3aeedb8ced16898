//! A path needs all its captures.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
    println!("{}", read::path());
    //~            ^^^^^^^^^^
}
