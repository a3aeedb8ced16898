//! An extension is cloned out of the request.

use fingerpost::{Extension, get};

struct User(u64);

#[get("/")]
fn read(Extension(user): Extension<User>) -> String {
//~                      ^^^^^^^^^^^^^^^
    user.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
