//! A route has one type.

use fingerpost::get;

#[get("/{id}")]
fn read<T: ToString + std::str::FromStr>(id: T) -> String {
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
