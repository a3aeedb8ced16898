//! State of one type twice, and an app that is given it.

use fingerpost::{App, States, get, routes};

#[derive(States)]
struct Shared {
    title: String,
    author: String,
    //~     ^^^^^^
    posts: Vec<u64>,
}

#[get("/")]
fn read(title: &String, posts: &Vec<u64>, limit: &u8) -> String {
    format!("{title} {} {limit}", posts.len())
}

fn main() {
    let shared = Shared { title: String::new(), author: String::new(), posts: Vec::new() };
    let _ = App::new(routes![read]).state(7_u8).states(shared).run("127.0.0.1:8080");
}
