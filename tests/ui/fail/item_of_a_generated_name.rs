//! A name that expansions have.

use fingerpost::get;

#[get("/")]
fn __call() {}
//~^^^^^^

fn main() {
    __call();
}
