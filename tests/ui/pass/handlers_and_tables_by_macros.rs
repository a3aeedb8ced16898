//! Handlers and tables by macros of the user's own.
#![deny(warnings)]

use fingerpost::{App, Json, get, post, routes};

macro_rules! resource {
    ($module:ident, $path:literal, $ty:ty) => {
        mod $module {
            use super::*;

            #[get($path)]
            pub fn list() -> Json<Vec<$ty>> {
                Json(Vec::new())
            }

            #[post($path, status = 201)]
            pub async fn create(Json(new): Json<$ty>) -> Json<$ty> {
                Json(new)
            }

            routes! { pub table = [list, create] }
        }
    };
}

resource!(names, "/names", String);
resource!(numbers, "/numbers", u64);

macro_rules! constant {
    ($name:ident, $path:literal => $value:expr) => {
        #[get($path)]
        fn $name() -> &'static str {
            $value
        }
    };
}

constant!(version, "/version" => "1");
constant!(health, "/health" => "up");

macro_rules! app {
    ($($handler:path),* $(,)?) => {
        App::new(routes![$($handler),*])
    };
}

fn main() {
    let _ = app![names::table, numbers::table, version, health];
    let _ = (names::list::path(), version::path());
}
