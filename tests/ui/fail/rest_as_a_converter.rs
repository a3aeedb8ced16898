//! The rest of a path as FastAPI has it.

use fingerpost::get;

#[get("/files/{path:path}")]
//~   ^^^^^^^^^^^^^^^^^^^^
fn file(path: &str) -> String {
    path.to_owned()
}

fn main() {}
