//! Before `dyn` and `async` settled, in edition 2018.
// in: 2018 2021
#![deny(warnings)]
#![allow(clippy::uninlined_format_args)]

use fingerpost::{get, post, routes, App, Json};

mod posts {
    use fingerpost::get;

    #[get("/posts/{id}?{page}")]
    pub async fn path(id: u64, page: Option<u32>) -> String {
        format!("{} {:?}", id, page)
    }
}

#[get("/{*rest}")]
fn rest(rest: &str) -> String {
    rest.to_owned()
}

#[post("/", status = 201, location = posts::path(id = 7))]
async fn create(Json(text): Json<String>) -> String {
    text
}

routes! { pub table = [posts::path, rest, create] }

fn main() {
    let _ = App::new(table);
}
