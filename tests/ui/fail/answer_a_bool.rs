//! Neither yes nor no is an answer.

use fingerpost::get;

#[get("/up")]
async fn up() -> bool {
//~              ^^^^
    true
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![up]);
}
