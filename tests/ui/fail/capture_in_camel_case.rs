//! The capture in one case, the argument in another.

use fingerpost::get;

#[get("/users/{userId}")]
fn read(user_id: u64) -> String {
//~     ^^^^^^^
    user_id.to_string()
}

fn main() {}
