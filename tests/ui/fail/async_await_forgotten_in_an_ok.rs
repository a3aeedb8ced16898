//! A future is no answer, in an `Ok` either.

use fingerpost::{Problem, get};

async fn count() -> String {
    String::new()
}

#[get("/")]
async fn read() -> Result<String, Problem> {
    Ok(count())
    //~^^^^^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
