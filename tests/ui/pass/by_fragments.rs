//! Every part of an attribute and of a table may be a fragment of the user's macro.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(clippy::must_use_candidate)]

use fingerpost::{App, Json, route, routes};

macro_rules! handler {
    (
        $(#[$attr:meta])*
        $method:ident $path:literal, $status:literal, $type:literal, [$header:literal = $value:literal], $target:path, $parameter:ident = $given:expr;
        $vis:vis $name:ident($($argument:ident: $ty:ty),*) -> $output:ty = $body:expr
    ) => {
        $(#[$attr])*
        #[route($method, $path, status = $status, content_type = $type, header($header = $value), location = $target($parameter = $given))]
        $vis async fn $name($($argument: $ty),*) -> $output {
            $body
        }
    };
}

pub mod posts {
    use fingerpost::{get, routes};

    #[get("/{id}")]
    pub fn read(id: u64) -> String {
        id.to_string()
    }

    routes! { pub table = [read] }
}

handler! {
    /// Makes one.
    #[inline]
    POST "/posts/{id}?{name}", 201, "text/plain", ["Cache-Control" = "no-store"], posts::read, id = 7 + 1;
    pub(crate) create(id: u64, name: Option<String>) -> String = format!("{id}{name:?}")
}

handler! {
    PUT "/posts/{id}", 202, "application/json", ["Vary" = "Accept"], crate::posts::read, id = 8;
    replace(id: u64, json: Json<u8>) -> Json<u64> = Json(id + u64::from(json.0))
}

macro_rules! tables {
    ($vis:vis $name:ident: $($item:ident),* ; $($prefix:literal: $table:path),*) => {
        routes! { $vis $name = [$($item,)* $($prefix => $table,)*] }
    };
}

tables!(pub all: create, replace; "/api": posts::table);

macro_rules! app {
    ($($path:path),+ $(,)?) => { App::new(routes![$($path),+]) };
}

fn main() {
    let _ = app![self::all, crate::posts::read,];
}
