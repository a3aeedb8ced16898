//! One that may repeat is a `Vec`.

use fingerpost::get;

#[get("/posts?{tag}&tag={other}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^^^^
fn read(tag: &str, other: &str) -> String {
    format!("{tag} {other}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
