//! A client calls a handler whose body it cannot send.

use fingerpost::{Json, post};
use serde::Deserialize;

#[derive(Deserialize)]
struct NewPost {
    title: String,
}

#[post("/posts")]
fn new_post(Json(new): Json<NewPost>) -> String {
    new.title
}

fn main() {
    let _ = new_post::request(NewPost { title: "Intro".to_owned() });
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
