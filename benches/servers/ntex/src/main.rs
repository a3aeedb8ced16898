//! The service in ntex.

use contract::{Greeting, NewPost, Post, TEXT};
use ntex::http::header::LOCATION;
use ntex::web::types::{Json, Path};
use ntex::web::{App, HttpResponse, HttpServer, get, post, put};

async fn database() -> HttpResponse {
    HttpResponse::Created().finish()
}

async fn text() -> &'static str {
    TEXT
}

async fn json() -> HttpResponse {
    HttpResponse::Ok().json(&Greeting::HELLO)
}

async fn user(id: Path<u64>) -> String {
    id.to_string()
}

async fn get_post(id: Path<u64>) -> HttpResponse {
    HttpResponse::Ok().json(&Post::with_id(id.into_inner()))
}

async fn new_post(new: Json<NewPost>) -> HttpResponse {
    let post = Post::new(new.into_inner());
    HttpResponse::Created().header(LOCATION, format!("/posts/{}", post.id)).json(&post)
}

async fn item(path: Path<(u64, String)>) -> String {
    let (id, item) = path.into_inner();
    contract::item(id, &item)
}

#[ntex::main]
async fn main() -> std::io::Result<()> {
    let app = async || {
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
