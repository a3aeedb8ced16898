//! Is it a status? A text?

use fingerpost::get;

#[get("/count")]
fn count() -> u64 {
//~           ^^^
    7
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![count]);
}
