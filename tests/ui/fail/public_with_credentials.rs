//! A handler that asks for credentials is not public.

use fingerpost::{Bearer, get, routes};

#[get("/me", public)]
//~          ^^^^^^
fn me(Bearer(token): Bearer) -> String {
    token
}

fn main() {
    let _ = fingerpost::App::new(routes![me]);
}
