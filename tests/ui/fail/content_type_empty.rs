//! No media type at all.

use fingerpost::get;

#[get("/report", content_type = "")]
//~                             ^^
fn report() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
