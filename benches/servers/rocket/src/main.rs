//! The service in Rocket.

use std::net::SocketAddr;

use contract::{Greeting, NewPost, Post, TEXT};
use rocket::config::LogLevel;
use rocket::http::Status;
use rocket::response::status::Created;
use rocket::serde::json::Json;
use rocket::{Build, Config, Rocket, get, launch, post, put, routes};

#[put("/database")]
fn database() -> Status {
    Status::Created
}

#[get("/")]
fn text() -> &'static str {
    TEXT
}

#[get("/json")]
fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[get("/users/<id>")]
fn user(id: u64) -> String {
    id.to_string()
}

#[get("/posts/<id>")]
fn get_post(id: u64) -> Json<Post> {
    Json(Post::with_id(id))
}

#[post("/posts", data = "<new>")]
fn new_post(new: Json<NewPost>) -> Created<Json<Post>> {
    let post = Post::new(new.into_inner());
    Created::new(format!("/posts/{}", post.id)).body(Json(post))
}

/// Mounted 200 times: Rocket's paths are no values, and what a route costs does not depend on whose it is.
#[get("/<id>/items/<item>")]
fn item(id: u64, item: &str) -> String {
    contract::item(id, item)
}

macro_rules! items {
    ($($name:ident $path:literal)*) => { [$(stringify!($name)),*] };
}

#[launch]
fn rocket() -> Rocket<Build> {
    let address: SocketAddr = contract::address().parse().expect("an address");
    let config = Config {
        address: address.ip(),
        port: address.port(),
        log_level: LogLevel::Off,
        ..Config::release_default()
    };
    let app = rocket::custom(config).mount("/", routes![database, text, json, user, get_post, new_post]);
    let mounted = |app: Rocket<Build>, name| app.mount(format!("/{name}"), routes![item]);
    contract::many!(items).into_iter().fold(app, mounted)
}
