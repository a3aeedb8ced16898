//! State that only one thread may use, and an `async` handler that takes it beside other state and a body.

use std::rc::Rc;

use fingerpost::{Json, post};

struct Db;

#[post("/", status = 201)]
async fn count(db: &Db, Json(by): Json<u64>, hits: &Rc<u64>) -> Json<u64> {
//~                                                 ^^^^^^^
    let _ = db;
    Json(**hits + by)
}

fn main() {}
