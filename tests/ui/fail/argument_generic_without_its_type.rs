//! `Json` of nothing said.

use fingerpost::{Json, post};

#[post("/")]
fn create(new: Json) -> String {
    //~        ^^^^
    String::new()
}

fn main() {}
