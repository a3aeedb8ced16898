//! `ClientAddr` by the name that axum has for it.
// no help: the compiler shows the line that says what it is here.

use fingerpost::{ConnectInfo, get};
//~              ^^^^^^^^^^^

#[get("/")]
fn home(ConnectInfo(client): ConnectInfo) -> String {
    client.to_string()
}

fn main() {}
