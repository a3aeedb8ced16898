//! Handlers and tables are linked to in documentation as functions are: [`api::read`], [`api::table`].
#![deny(warnings, rustdoc::all, missing_docs)]
#![allow(clippy::must_use_candidate)]

pub mod api {
    //! The API: [`read`], [reading](read()), [`create`], [`table`].
    //!
    //! [`read`]: self::read

    use fingerpost::{Json, get, post, routes};

    /// One post. A new one: [`create`].
    #[get("/posts/{id}")]
    pub fn read(id: u64) -> Json<u64> {
        Json(id)
    }

    /// A new post, which is [read](read) by [`super::api::read`].
    #[post("/posts", status = 201, location = |post| read(id = post.0))]
    #[inline]
    pub async fn create(Json(new): Json<u64>) -> Json<u64> {
        Json(new)
    }

    mod v1 {
        /// As it was: [`super::read`].
        #[fingerpost::get("/v1")]
        #[deprecated = "use `read`"]
        pub fn old() {}
    }
    #[allow(deprecated)]
    pub use v1::old;

    routes! {
        /// All: [`read`], [`create`], [`old`].
        #[allow(deprecated)]
        pub table = [read, create, old]
    }
}

fn main() {
    drop(fingerpost::App::new(api::table).test());
}
