//! A body is read once, wanted or not.

use fingerpost::{Form, Json, post};

#[post("/posts")]
fn create(json: Option<Json<u64>>, form: Option<Form<Vec<(String, String)>>>) -> String {
//~                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    format!("{} {}", json.is_some(), form.is_some())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
