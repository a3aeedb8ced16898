//! Every lint for documentation is content.
#![deny(warnings)]
#![allow(clippy::must_use_candidate)]
#![deny(missing_docs, missing_debug_implementations, missing_copy_implementations, unreachable_pub, unused_qualifications)]

/// The API.
pub mod api {
    use fingerpost::{Json, get, post, routes};

    /// One post.
    #[get("/posts/{id}")]
    pub fn read(id: u64) -> Json<u64> {
        Json(id)
    }

    /// A new post.
    ///
    /// With its place.
    #[post("/posts", status = 201, location = |post| read(id = post.0))]
    pub async fn create(Json(new): Json<u64>) -> Json<u64> {
        Json(new)
    }

    routes! {
        /// All of it.
        pub table = [read, create]
    }

    routes! { pub again = [table] }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![api::again]);
}
