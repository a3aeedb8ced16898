//! Credentials that may be missing keep nobody out.

use fingerpost::{Bearer, get, routes};

#[get("/me")]
fn me(token: Option<Bearer>) -> String {
    format!("{token:?}")
}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, me]);
    //~                                                   ^^
}
