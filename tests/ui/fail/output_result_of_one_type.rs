//! A `Result` without its error.

use fingerpost::{Json, get};

#[get("/posts")]
fn posts() -> Result<Json<u8>> {
    //~       ^^^^^^
    Ok(Json(7))
}

fn main() {}
