//! State is a struct, and an app that is given something else.

use fingerpost::{App, States, get, routes};

#[derive(States)]
enum Shared {
//~  ^^^^^^
    Title(String),
}

#[get("/")]
fn read(title: &String) -> String {
    title.clone()
}

fn main() {
    let _ = App::new(routes![read]).states(Shared::Title(String::new())).run("127.0.0.1:8080");
}
