//! An extractor that is not imported.

use fingerpost::post;

#[post("/")]
fn create(session: Option<Session>) -> String {
//~                       ^^^^^^^
    session.is_some().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
