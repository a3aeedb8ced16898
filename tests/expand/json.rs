//! A body of JSON, and a location made of the answer.

use fingerpost::{Json, get, post};

#[get("/numbers/{number}")]
fn read(number: u64) -> Json<u64> {
    Json(number)
}

#[post("/numbers", status = 201, header("Cache-Control" = "no-store"), location = |new| read(number = new.0))]
async fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

fn main() {
    let _ = (read(7), read::path(7));
    drop(create(Json(7)));
    let _ = create::path();
}
