//! Half a media type.

use fingerpost::get;

#[get("/report", content_type = "csv")]
//~                             ^^^^^
fn report() -> &'static str {
    "a,b"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
