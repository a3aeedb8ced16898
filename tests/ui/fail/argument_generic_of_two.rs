//! `Json` of two types.

use fingerpost::{Json, post};

#[post("/")]
fn create(new: Json<String, u64>) -> String {
    //~        ^^^^
    new.0
}

fn main() {}
