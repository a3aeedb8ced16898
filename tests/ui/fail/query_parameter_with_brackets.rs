//! A parameter that may repeat as PHP has it.

use fingerpost::get;

#[get("/posts?{tag[]}")]
//~   ^^^^^^^^^^^^^^^^
fn search(tag: Vec<String>) -> String {
    tag.join(", ")
}

fn main() {}
