//! `?` in a handler that cannot fail.

use fingerpost::{Problem, get};

fn find(id: u64) -> Result<String, Problem> {
    Ok(id.to_string())
}

#[get("/{id}")]
async fn read(id: u64) -> String {
    find(id)?
    //~     ^
}

fn main() {}
// no help: the message is the compiler's own
