//! An error that is no response, and a document that would show it.

use fingerpost::openapi::Info;
use fingerpost::{App, Json, get, routes};

struct NotFound;

#[get("/")]
fn read() -> Result<Json<u64>, NotFound> {
    //~                        ^^^^^^^^
    Err(NotFound)
}

fn main() {
    let _ = App::new(routes![read]).openapi(Info::new("Posts", "1.0.0"));
}
