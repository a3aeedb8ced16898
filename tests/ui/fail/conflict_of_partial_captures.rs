//! The name of a capture makes no difference.

use fingerpost::get;

#[get("/files/{name}.json")]
fn file(name: &str) -> String {
    name.to_owned()
}

#[get("/files/{id}.json")]
fn number(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![file, number]);
    //~                                                    ^^^^^^
}
