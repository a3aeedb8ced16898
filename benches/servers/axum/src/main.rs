//! The service in axum.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Json};
use axum::routing::{get, post, put};
use axum::{Router, serve};
use contract::{Greeting, NewPost, Post, TEXT};
use tokio::net::TcpListener;

async fn database() -> StatusCode {
    StatusCode::CREATED
}

async fn text() -> &'static str {
    TEXT
}

async fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

async fn user(Path(id): Path<u64>) -> String {
    id.to_string()
}

async fn get_post(Path(id): Path<u64>) -> Json<Post> {
    Json(Post::with_id(id))
}

async fn new_post(Json(new): Json<NewPost>) -> impl IntoResponse {
    let post = Post::new(new);
    (StatusCode::CREATED, [(LOCATION, format!("/posts/{}", post.id))], Json(post))
}

async fn item(Path((id, item)): Path<(u64, String)>) -> String {
    contract::item(id, &item)
}

macro_rules! items {
    ($($name:ident $path:literal)*) => {
        Router::new()$(.route($path, get(item)))*
    };
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = contract::many!(items)
        .route("/database", put(database))
        .route("/", get(text))
        .route("/json", get(json))
        .route("/users/{id}", get(user))
        .route("/posts/{id}", get(get_post))
        .route("/posts", post(new_post));
    serve(TcpListener::bind(contract::address()).await?, app).await
}
