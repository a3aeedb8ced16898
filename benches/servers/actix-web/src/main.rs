//! The service in actix-web.

use actix_web::http::header::LOCATION;
use actix_web::web::{Json, Path, get, post, put};
use actix_web::{App, HttpResponse, HttpServer};
use contract::{Greeting, NewPost, Post, TEXT};

async fn database() -> HttpResponse {
    HttpResponse::Created().finish()
}

async fn text() -> &'static str {
    TEXT
}

async fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

async fn user(id: Path<u64>) -> String {
    id.to_string()
}

async fn get_post(id: Path<u64>) -> Json<Post> {
    Json(Post::with_id(id.into_inner()))
}

async fn new_post(Json(new): Json<NewPost>) -> HttpResponse {
    let post = Post::new(new);
    HttpResponse::Created().insert_header((LOCATION, format!("/posts/{}", post.id))).json(post)
}

async fn item(path: Path<(u64, String)>) -> String {
    let (id, item) = path.into_inner();
    contract::item(id, &item)
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let app = || {
        let app = App::new()
            .route("/database", put().to(database))
            .route("/", get().to(text))
            .route("/json", get().to(json))
            .route("/users/{id}", get().to(user))
            .route("/posts/{id}", get().to(get_post))
            .route("/posts", post().to(new_post));
        // Routes are tried one after the other: these come last.
        macro_rules! items {
            ($($name:ident $path:literal)*) => { app$(.route($path, get().to(item)))* };
        }
        contract::many!(items)
    };
    HttpServer::new(app).bind(contract::address())?.run().await
}
