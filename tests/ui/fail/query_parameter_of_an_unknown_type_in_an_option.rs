//! A type that is not there, in the `Option` of a query parameter.

use fingerpost::get;

#[get("/?{page}")]
fn list(page: Option<Page>) -> String {
    //~              ^^^^
    format!("{}", page.is_some())
}

fn main() {}
// no help: the message is the compiler's own
