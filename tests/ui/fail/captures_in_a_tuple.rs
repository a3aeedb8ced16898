//! The captures in one tuple, as in axum but without `Path`.

use fingerpost::get;

#[get("/{id}/{name}")]
fn read((id, name): (u64, String)) -> String {
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^
    format!("{id} {name}")
}

fn main() {}
