//! The service in xitca-web.

use contract::{Greeting, NewPost, Post, TEXT};
use xitca_web::App;
use xitca_web::handler::handler_service;
use xitca_web::handler::json::Json;
use xitca_web::handler::params::Params;
use xitca_web::http::StatusCode;
use xitca_web::http::header::{HeaderName, HeaderValue, LOCATION};
use xitca_web::route::{get, post, put};

async fn database() -> StatusCode {
    StatusCode::CREATED
}

async fn text() -> &'static str {
    TEXT
}

async fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

async fn user(Params(id): Params<u64>) -> String {
    id.to_string()
}

async fn get_post(Params(id): Params<u64>) -> Json<Post> {
    Json(Post::with_id(id))
}

async fn new_post(Json(new): Json<NewPost>) -> (Json<Post>, StatusCode, (HeaderName, HeaderValue)) {
    let post = Post::new(new);
    let location = HeaderValue::try_from(format!("/posts/{}", post.id)).expect("printable");
    (Json(post), StatusCode::CREATED, (LOCATION, location))
}

async fn item(Params((id, item)): Params<(u64, String)>) -> String {
    contract::item(id, &item)
}

macro_rules! items {
    ($($name:ident $path:literal)*) => {
        App::new()$(.at($path, get(handler_service(item))))*
    };
}

fn main() -> std::io::Result<()> {
    contract::many!(items)
        .at("/database", put(handler_service(database)))
        .at("/", get(handler_service(text)))
        .at("/json", get(handler_service(json)))
        .at("/users/{id}", get(handler_service(user)))
        .at("/posts/{id}", get(handler_service(get_post)))
        .at("/posts", post(handler_service(new_post)))
        .serve()
        .bind(contract::address())?
        .run()
        .wait()
}
