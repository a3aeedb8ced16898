//! RFC 9110 gives the body of a HEAD no meaning.

use fingerpost::head;

#[head("/posts")]
fn read(body: String) {
//~           ^^^^^^
    drop(body);
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
