//! An `.await` in a function that is not async.

use fingerpost::get;

async fn fetch() -> String {
    String::new()
}

#[get("/")]
fn read() -> String {
    fetch().await
    //~     ^^^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
// no help: the message is the compiler's own, of the function as it was written
