//! `Json` of nothing said.

use fingerpost::{Json, get};

#[get("/")]
fn read() -> Json {
    //~      ^^^^
    todo!()
}

fn main() {}
