//! `Option` is known by its name, which is another here.

use Option as O;
use fingerpost::get;

#[get("/posts?{limit}")]
fn list(limit: O<u64>) -> String {
//~            ^^^^^^
    limit.unwrap_or(10).to_string()
}

fn main() {}
