//! An optional segment as Express has it.

use fingerpost::get;

#[get("/posts{/:id}")]
//~   ^^^^^^^^^^^^^^
fn read(id: Option<u64>) -> String {
    format!("{id:?}")
}

fn main() {}
