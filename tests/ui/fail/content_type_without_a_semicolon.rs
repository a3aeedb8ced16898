//! The parameter is not parted from the type.

use fingerpost::get;

#[get("/report", content_type = "text/csv charset=utf-8")]
//~                             ^^^^^^^^^^^^^^^^^^^^^^^^
fn report() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
