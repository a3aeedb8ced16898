//! A tag to whose value the field is still to be written.

use fingerpost::{App, Json, get, routes};

#[get("/", etag = |number| number.)]
//~               ^^^^^^^^^^^^^^^^
fn read() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = App::new(routes![read]);
}
