//! A constant cannot be read by the attribute.

use fingerpost::get;

const CSV: &str = "text/csv";

#[get("/report", content_type = CSV)]
//~                             ^^^
fn report() -> &'static str {
    CSV
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![report]);
}
