//! A handler that looks at the rejection itself may let anyone in.

use fingerpost::{Bearer, Unauthorized, get, routes};

#[get("/me")]
fn me(token: Result<Bearer, Unauthorized>) -> String {
    format!("{token:?}")
}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, me]);
    //~                                                   ^^
}
