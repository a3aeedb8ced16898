//! A borrowed answer needs a lifetime only where there are two to choose from.

use fingerpost::get;

#[get("/{one}/{other}")]
fn read(one: &str, other: &str) -> &str {
//~                                ^
    if one < other { one } else { other }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
