//! A parameter has a name.

use fingerpost::get;

#[get("/report", content_type = "text/csv; utf-8")]
//~                             ^^^^^^^^^^^^^^^^^
fn report() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
