//! A handler takes its name for a type too, and a struct has it.

use fingerpost::get;

#[allow(non_camel_case_types)]
struct posts {
    count: u64,
}

#[get("/")]
fn posts() -> String {
//~<^^^^^^^^^^^^^^^^
    let posts = posts { count: 7 };
    posts.count.to_string()
}

fn main() {}
// no help: the message is the compiler's own
