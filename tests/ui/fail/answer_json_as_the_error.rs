//! JSON as the error would be answered with 200.

use fingerpost::{Json, get};

#[derive(serde::Serialize)]
struct Failure {
    code: u64,
}

#[get("/motd")]
fn motd() -> Result<String, Json<Failure>> {
//~                         ^^^^
    Err(Json(Failure { code: 7 }))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
