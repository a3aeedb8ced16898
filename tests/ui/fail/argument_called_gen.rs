//! Edition 2024 keeps the word.

use fingerpost::get;

#[get("/generations/{gen}")]
fn read(gen: u64) -> String {
    //~ ^^^
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
