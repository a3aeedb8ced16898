//! A client calls a handler that takes its captures all at once.

use fingerpost::{Path, get};

#[get("/{year}/{month}")]
fn archive(Path((year, month)): Path<(u16, u8)>) -> String {
    format!("{year}-{month}")
}

fn main() {
    let _ = archive::request(2026, 1);
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^
}
