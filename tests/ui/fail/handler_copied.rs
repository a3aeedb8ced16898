//! A handler that was copied, and is not changed yet.

use fingerpost::{App, get, routes};

#[get("/posts/{id}?{page}")]
async fn get_post(id: u64, page: Option<u32>) -> String {
    format!("{id} {page:?}")
}

#[get("/posts/{id}?{page}")]
async fn get_post(id: u64, page: Option<u32>) -> String {
//~<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    format!("{id} {page:?}")
}

fn main() {
    drop(App::new(routes![get_post]).test());
}
// no help: the message is the compiler's own
