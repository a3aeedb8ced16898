//! A lock of the standard library is held while the handler waits, in a handler that takes a body.

use std::sync::Mutex;

use fingerpost::{App, Json, post, routes};

async fn pause() {}

#[post("/posts")]
async fn create(Json(title): Json<String>, titles: &Mutex<Vec<String>>) -> String {
//~      ^^^^^^
    let mut titles = titles.lock().unwrap();
    pause().await;
    titles.push(title);
    titles.len().to_string()
}

fn main() {
    App::new(routes![create]).state(Mutex::new(Vec::new())).run("127.0.0.1:8080").unwrap();
}
