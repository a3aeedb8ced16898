//! An argument that nothing gives, and a document that would show it.

use fingerpost::openapi::Info;
use fingerpost::{App, get, routes};

struct Session;

#[get("/")]
fn read(_session: Session) -> String {
    //~           ^^^^^^^
    String::new()
}

fn main() {
    let _ = App::new(routes![read]).openapi(Info::new("Posts", "1.0.0"));
}
