//! A default as FastAPI has it: here it stands in the path.

use fingerpost::{App, get, routes};

#[get("/items?{skip}")]
fn items(skip: u64 = 0) -> String {
    //~            ^^^
    skip.to_string()
}

fn main() {
    let _ = App::new(routes![items]);
}
// no help: the message is the compiler's own
