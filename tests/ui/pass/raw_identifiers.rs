//! Keywords as names of handlers, arguments and modules.
#![deny(warnings)]
// Clippy would have keywords inlined into the format string, where they cannot stand.
#![allow(clippy::uninlined_format_args)]

use fingerpost::{Json, get, post, routes};

mod r#mod {
    #[fingerpost::get("/{type}/{match}?{as}&kind={in}")]
    pub async fn r#fn(r#type: &str, r#match: u64, r#as: Option<u32>, r#in: Vec<String>) -> String {
        format!("{type} {match} {as:?} {in:?}", type = r#type, match = r#match, as = r#as, in = r#in)
    }

    fingerpost::routes! { pub r#use = [r#fn] }
}

#[get("/{type}")]
fn r#loop(r#type: u64) -> Json<u64> {
    Json(r#type)
}

#[post("/", status = 201, location = |r#struct| r#loop(type = r#struct.0))]
fn create(Json(r#ref): Json<u64>) -> Json<u64> {
    Json(r#ref)
}

fn main() {
    let _ = r#loop::path(7);
    let _ = fingerpost::App::new(routes![r#loop, create, "/mod" => r#mod::r#use]);
}
