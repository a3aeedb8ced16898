//! The service in fingerpost, with every default on; its second argument is the runtime where another is asked for, or `async` for
//! handlers that may wait.

mod waiting;

use contract::{Greeting, NewPost, Post, TEXT};
use fingerpost::{App, Error, Json, Runtime, get, post, put, routes};

#[put("/database", status = 201)]
fn database() {}

#[get("/")]
fn text() -> &'static str {
    TEXT
}

#[get("/json")]
fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[get("/users/{id}")]
fn user(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> Json<Post> {
    Json(Post::with_id(id))
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
fn new_post(Json(new): Json<NewPost>) -> Json<Post> {
    Json(Post::new(new))
}

macro_rules! items {
    ($($name:ident $path:literal)*) => {
        $(
            #[get($path)]
            fn $name(id: u64, item: &str) -> String {
                contract::item(id, item)
            }
        )*

        routes! { pub(super) table = [$($name),*] }
    };
}

mod many {
    use fingerpost::{get, routes};

    contract::many!(items);
}

fn main() -> Result<(), Error> {
    let app = App::new(routes![database, text, json, user, get_post, new_post, many::table]);
    match std::env::args().nth(2).as_deref() {
        None => app,
        Some("per-core") => app.runtime(Runtime::PerCore),
        Some("shared") => app.runtime(Runtime::Shared),
        Some("async") => return App::new(waiting::table).run(contract::address()),
        Some(other) => panic!("there is no runtime {other:?}"),
    }
    .run(contract::address())
}
