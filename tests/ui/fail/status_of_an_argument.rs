//! The status is that of the request.

use fingerpost::get;

#[get("/status/{code}", status = code)]
//~                              ^^^^
fn answer(code: u16) -> String {
    code.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![answer]);
}
