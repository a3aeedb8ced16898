//! A precondition is read for each request: it is no state.

use fingerpost::{IfMatch, put};

#[put("/note")]
fn put_note(text: String, if_match: &IfMatch) -> String {
    //~                              ^^^^^^^
    drop(if_match);
    text
}

fn main() {}
