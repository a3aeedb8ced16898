//! The user's own modules have the names of crates.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(dead_code)]

mod alloc {}
mod bytes {}
mod core {}
mod http {}
mod hyper {}
mod serde {}
mod std {}
mod tokio {}

mod api {
    mod core {}
    mod fingerpost {}
    mod std {}

    #[::fingerpost::get("/posts/{id}?{limit = 10}")]
    pub async fn read(id: u64, limit: u32) -> ::fingerpost::Json<u64> {
        ::fingerpost::Json(id + u64::from(limit))
    }

    #[::fingerpost::post("/posts", status = 201, location = |post| read(id = post.0))]
    pub fn create(new: ::fingerpost::Json<u64>) -> ::fingerpost::Json<u64> {
        new
    }

    ::fingerpost::routes! { pub table = [read, create] }
}

fn main() {
    let _ = ::fingerpost::App::new(::fingerpost::routes!["/api" => api::table]);
}
