//! The guard of a lock cannot go to another thread.

use std::sync::Mutex;

use fingerpost::{App, get, routes};

struct Count(Mutex<u64>);

async fn pause() {}

#[get("/")]
async fn count(count: &Count) -> String {
//~      ^^^^^
    let mut guard = count.0.lock().unwrap();
    pause().await;
    *guard += 1;
    guard.to_string()
}

fn main() {
    App::new(routes![count]).state(Count(Mutex::new(0))).run("127.0.0.1:8080").unwrap();
}
