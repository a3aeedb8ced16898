//! A header is found by its type, and text is none.

use fingerpost::{Header, get};

#[get("/me")]
fn me(Header(token): Header<String>) -> String {
    //~              ^^^^^^^^^^^^^^
    token
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![me]);
}
