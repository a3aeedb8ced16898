//! A `RefCell` in a struct is still a `RefCell`.

use std::cell::RefCell;

use fingerpost::{App, get, routes};

struct Db {
    cache: RefCell<Vec<u64>>,
}

#[get("/")]
fn read(db: &Db) -> String {
//~          ^^
    db.cache.borrow().len().to_string()
}

fn main() {
    let _ = App::new(routes![read]);
}
