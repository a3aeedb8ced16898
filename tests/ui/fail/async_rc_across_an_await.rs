//! The future cannot go to another thread.

use std::rc::Rc;

use fingerpost::get;

async fn pause() {}

#[get("/")]
async fn read() -> String {
//~      ^^^^
    let text = Rc::new(String::new());
    pause().await;
    text.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
