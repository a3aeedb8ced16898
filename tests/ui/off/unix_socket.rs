//! `UnixSocket`, and its feature is off.
// in: bare

use fingerpost::{App, UnixSocket, get, routes};
//~                   ^^^^^^^^^^

#[get("/")]
fn home() {}

fn main() {
    let _ = App::new(routes![home]).run(UnixSocket::at("app.sock"));
}
// no help: the compiler's own note names the feature
