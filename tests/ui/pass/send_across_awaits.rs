//! What lives across an await and may.
#![deny(warnings)]

use std::sync::Mutex;

use fingerpost::{get, routes};

async fn pause() {}

#[get("/{name}")]
async fn read(name: &str, count: &Mutex<u64>) -> String {
    let number = {
        let mut guard = count.lock().unwrap();
        *guard += 1;
        *guard
    };
    pause().await;
    let rc = std::rc::Rc::new(number);
    drop(rc);
    format!("{name} {number}")
}

fn main() {
    let _ = fingerpost::App::new(routes![read]).state(Mutex::new(0_u64)).test();
}
