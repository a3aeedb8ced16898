//! The status is a number.

use fingerpost::{App, Problem, get, routes};

#[get("/posts/{id}")]
fn read(id: u64) -> Result<String, Problem> {
    Err(Problem::new("404").detail(id.to_string()))
    //~              ^^^^^
}

fn main() {
    let _ = App::new(routes![read]);
}
