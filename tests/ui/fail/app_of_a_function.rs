//! A table is made by `routes!`.

use fingerpost::{App, get};

#[get("/")]
fn read() {}

fn main() {
    let _ = App::new(read);
    //~              ^^^^
}
