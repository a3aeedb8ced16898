//! A body that uses a value twice.

use fingerpost::{Json, post};

#[post("/")]
async fn create(Json(new): Json<Vec<String>>) -> String {
    drop(new);
    new.concat()
    //~<^
}

fn main() {}
