//! 204 has no body.

use fingerpost::delete;

#[delete("/database", status = 204)]
//~                            ^^^
fn database() -> &'static str {
    "deleted"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
