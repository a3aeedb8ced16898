//! A type that is not there, in the `Vec` of a query parameter.

use fingerpost::get;

#[get("/?{tag}")]
fn list(tag: Vec<Tag>) -> String {
    //~          ^^^
    format!("{}", tag.len())
}

fn main() {}
// no help: the message is the compiler's own
