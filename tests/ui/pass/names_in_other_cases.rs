//! Arguments and handlers that are written as no others are, where that is allowed: it is nobody else's to say.
#![deny(warnings)]

use fingerpost::{App, Json, get, post, routes};

#[allow(non_snake_case)]
#[get("/posts/{postId}?{pageSize}&{T}")]
fn getPost(postId: u64, pageSize: Option<u32>, T: Vec<u8>) -> Json<u64> {
    Json(postId + u64::from(pageSize.unwrap_or(0)) + T.len() as u64)
}

#[post("/users/{userId}/posts", status = 201, location = |post| getPost(postId = post.0 + userId, T = &[1]))]
#[expect(non_snake_case)]
async fn newPost(userId: u64, Json(newPost): Json<u64>) -> Json<u64> {
    Json(userId + newPost)
}

#[expect(non_snake_case, reason = "as the file says")]
mod Old {
    #[fingerpost::get("/{Old}")]
    pub fn Old(Old: &str) -> String {
        Old.to_owned()
    }
}

fn main() {
    drop(App::new(routes![getPost, newPost, Old::Old]).test());
}
