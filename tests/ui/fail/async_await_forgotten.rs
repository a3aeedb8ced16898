//! A future where its value belongs.

use fingerpost::get;

async fn fetch() -> String {
    String::new()
}

#[get("/")]
async fn read() -> String {
    fetch()
    //~<^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
