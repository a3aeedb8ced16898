//! Text that is borrowed comes from the path or the query.

use fingerpost::get;

#[get("/posts")]
fn read(author: &str) -> String {
//~     ^^^^^^
    author.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
