//! What is shared is taken by reference, an `Arc` too.

use std::sync::Arc;

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: Arc<Db>) -> String {
//~         ^^^
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Arc::new(Db(5))).run("127.0.0.1:8080").unwrap();
}
