//! Seconds, or milliseconds, since when?

use fingerpost::get;

#[get("/note", last_modified = |_| 784_111_777)]
//~                                ^^^^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
