//! The user's own macros make handlers.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(clippy::wildcard_imports)]

use fingerpost::{Json, get, post, routes};

macro_rules! resource {
    ($name:ident, $path:literal, $ty:ty, $status:expr) => {
        mod $name {
            use super::*;

            #[get($path)]
            pub async fn read(id: $ty, limit: Option<$ty>) -> Json<$ty> {
                Json(limit.unwrap_or(id))
            }

            #[post("/new", status = $status, location = |value| read(id = value.0))]
            pub fn create(Json(new): Json<$ty>) -> Json<$ty> {
                Json(new)
            }

            routes! { pub table = [read, create] }
        }
    };
}

resource!(numbers, "/{id}?{limit}", u64, 201);
resource!(small, "/{id}?{limit}", u8, CREATED);

macro_rules! handler {
    ($(#[$attr:meta])* $vis:vis fn $name:ident($argument:ident: $ty:ty) -> $output:ty $body:block) => {
        $(#[$attr])*
        $vis fn $name($argument: $ty) -> $output $body
    };
}

handler! {
    #[get("/hello/{name}")]
    pub fn hello(name: &str) -> String {
        name.to_owned()
    }
}

macro_rules! table {
    ($($prefix:literal => $table:path),*) => { routes![$($prefix => $table),*] };
}

macro_rules! silent {
    ($name:ident) => {
        #[get("/silent")]
        fn $name() {}
    };
}

silent!(silent);

fn main() {
    let _ = fingerpost::App::new(table!["/numbers" => numbers::table, "/small" => small::table, "/hello" => hello, "/x" => silent]);
}
