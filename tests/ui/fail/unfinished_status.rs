//! A status of which only the beginning is written.

use fingerpost::{App, StatusCode, post, routes};

#[post("/posts", status = StatusCode::)]
//~                       ^^^^^^^^^^^^
fn create() -> StatusCode {
    StatusCode::OK
}

fn main() {
    let _ = App::new(routes![create]);
}
