//! Handlers that the crate shows take and answer with types that it does not show.
#![deny(warnings)]

pub mod posts {
    use fingerpost::{FromRequest, Json, Problem, RequestContext};
    use serde::Serialize;

    #[derive(Serialize)]
    struct Post {
        id: Id,
    }

    #[derive(Serialize, Clone, Copy)]
    struct Id(u64);

    impl std::str::FromStr for Id {
        type Err = std::num::ParseIntError;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            text.parse().map(Self)
        }
    }

    impl std::fmt::Display for Id {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.fmt(f)
        }
    }

    struct Db;
    struct Caller;

    impl FromRequest for Caller {
        type Rejection = Problem;

        async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
            Ok(Self)
        }
    }

    #[fingerpost::get("/{id}?{other}")]
    fn read(id: Id, other: Option<Id>, _db: &Db, _caller: Caller) -> Json<Post> {
        Json(Post { id: other.unwrap_or(id) })
    }

    #[fingerpost::post("/", location = |post| read(id = post.id))]
    fn create() -> Json<Post> {
        Json(Post { id: Id(7) })
    }

    fingerpost::routes! { pub table = [read, create] }

    pub fn app() -> fingerpost::App<impl fingerpost::Table, impl Sized> {
        let _ = read::path(&Id(7), None).to_string();
        fingerpost::App::new(fingerpost::routes![table]).state(Db)
    }
}

fn main() {
    let _ = posts::app();
}
