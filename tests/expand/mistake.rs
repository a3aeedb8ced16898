//! A mistake: the error, the function as it was, and a twin that tables accept.

use fingerpost::put;

#[put("/database", status = "201")]
fn database() {}

fn main() {
    database();
}
