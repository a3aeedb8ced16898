//! A response has a status itself.

use fingerpost::{Response, put};

#[put("/database", status = 201)]
//~                         ^^^
fn database() -> Response {
    Response::default()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
