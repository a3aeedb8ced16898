//! The `Result` of an extractor has the extractor's rejection.

use fingerpost::{Json, Problem, post};

#[post("/")]
fn create(body: Result<Json<u64>, Problem>) -> String {
//~                               ^^^^^^^
    body.map(|body| body.0.to_string()).unwrap_or_default()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
