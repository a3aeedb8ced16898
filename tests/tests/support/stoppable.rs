//! A program that runs an app of its own until a signal stops it.

use std::time::Duration;

use fingerpost::{App, Error, get, routes};

#[get("/")]
fn up() -> &'static str {
    "up"
}

/// Is under way when the signal comes.
#[get("/slow")]
async fn slow() -> &'static str {
    eprintln!("begun");
    tokio::time::sleep(Duration::from_millis(300)).await;
    "done"
}

fn main() -> Result<(), Error> {
    App::new(routes![up, slow]).run("127.0.0.1:0")
}
