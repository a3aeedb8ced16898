//! The service in poem.

use contract::{Greeting, NewPost, Post, TEXT};
use poem::http::StatusCode;
use poem::http::header::LOCATION;
use poem::listener::TcpListener;
use poem::web::{Json, Path};
use poem::{IntoResponse, Route, Server, get, handler, post, put};

#[handler]
fn database() -> StatusCode {
    StatusCode::CREATED
}

#[handler]
fn text() -> &'static str {
    TEXT
}

#[handler]
fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[handler]
fn user(Path(id): Path<u64>) -> String {
    id.to_string()
}

#[handler]
fn get_post(Path(id): Path<u64>) -> Json<Post> {
    Json(Post::with_id(id))
}

#[handler]
fn new_post(Json(new): Json<NewPost>) -> impl IntoResponse {
    let post = Post::new(new);
    let location = format!("/posts/{}", post.id);
    Json(post).with_status(StatusCode::CREATED).with_header(LOCATION, location)
}

#[handler]
fn item(Path((id, item)): Path<(u64, String)>) -> String {
    contract::item(id, &item)
}

/// poem writes a capture as `:name`.
fn colons(path: &str) -> String {
    path.replace('{', ":").replace('}', "")
}

macro_rules! items {
    ($($name:ident $path:literal)*) => {
        Route::new()$(.at(colons($path), get(item)))*
    };
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = contract::many!(items)
        .at("/database", put(database))
        .at("/", get(text))
        .at("/json", get(json))
        .at("/users/:id", get(user))
        .at("/posts/:id", get(get_post))
        .at("/posts", post(new_post));
    Server::new(TcpListener::bind(contract::address())).run(app).await
}
