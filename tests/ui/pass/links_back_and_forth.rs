//! Handlers that link to each other, and to themselves.
#![deny(warnings)]

use fingerpost::openapi::Info;
use fingerpost::{App, get, put, routes};

#[get("/v1/posts/{id}", sunset = "2027-01-31", successor = put_post(id = id))]
fn get_post(id: u64) -> String {
    id.to_string()
}

#[put("/v2/posts/{id}", status = 201, location = get_post(id = id))]
fn put_post(id: u64) -> String {
    id.to_string()
}

#[put("/drafts/{id}", status = 201, location = put_draft(id = id))]
fn put_draft(id: u64) -> String {
    id.to_string()
}

routes! { table = [get_post, put_post, put_draft] }

fn main() {
    drop(App::new(table).test());
    drop(App::new(routes![put_post, put_draft, get_post]).openapi(Info::new("Posts", "1.0.0")).test());
}
