//! A `Result` whose error is still to be written.

use fingerpost::{Json, get};

#[get("/posts")]
fn posts() -> Result<Json<Vec<u8>>, > {
    //~       ^^^^^^
    Ok(Json(vec![7]))
}

fn main() {}
