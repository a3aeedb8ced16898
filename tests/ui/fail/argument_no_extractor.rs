//! A type that says nowhere how it is read from a request.

use fingerpost::get;

struct Session(u64);

#[get("/")]
fn read(session: Session) -> String {
//~              ^^^^^^^
    session.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
