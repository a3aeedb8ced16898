//! A letter is missing.

use fingerpost::get;

#[get("/report", content_type = "aplication/json")]
//~                             ^^^^^^^^^^^^^^^^^
fn report() -> &'static str {
    "{}"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
