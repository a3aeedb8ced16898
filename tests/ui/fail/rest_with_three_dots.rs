//! The rest of a path as Go has it.

use fingerpost::get;

#[get("/files/{path...}")]
//~   ^^^^^^^^^^^^^^^^^^
fn file(path: &str) -> String {
    path.to_owned()
}

fn main() {}
