//! A handler stands outside of an `impl`, whatever it takes and gives.

use fingerpost::{Json, post};

pub struct Posts;

impl Posts {
    #[post("/posts/{id}", status = 201)]
    pub async fn create(id: u64, Json(text): Json<String>, posts: &Posts) -> Json<String> {
    //~<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        let _ = (id, posts);
        Json(text)
    }
}

fn main() {}
