//! An `Option` of a type that is not read from a request.

use fingerpost::get;

struct Session(u64);

#[get("/")]
fn read(session: Option<Session>) -> String {
//~              ^^^^^^^^^^^^^^^
    session.map(|session| session.0.to_string()).unwrap_or_default()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
