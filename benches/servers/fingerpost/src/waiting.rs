//! The same service where each handler is an `async fn`, as one is that asks a database.

use contract::{Greeting, NewPost, Post, TEXT};
use fingerpost::{Json, get, post, put, routes};

#[put("/database", status = 201)]
async fn database() {}

#[get("/")]
async fn text() -> &'static str {
    TEXT
}

#[get("/json")]
async fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[get("/users/{id}")]
async fn user(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{id}")]
async fn get_post(id: u64) -> Json<Post> {
    Json(Post::with_id(id))
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
async fn new_post(Json(new): Json<NewPost>) -> Json<Post> {
    Json(Post::new(new))
}

macro_rules! items {
    ($($name:ident $path:literal)*) => {
        $(
            #[get($path)]
            async fn $name(id: u64, item: &str) -> String {
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

routes! { pub(super) table = [database, text, json, user, get_post, new_post, many::table] }
