//! The service in warp.

use std::net::SocketAddr;

use contract::{Greeting, NewPost, Post, TEXT};
use warp::filters::BoxedFilter;
use warp::http::StatusCode;
use warp::http::header::LOCATION;
use warp::reply::{Reply, Response, json, with_header, with_status};
use warp::{Filter, get, path, post, put, serve};

fn new_post(new: NewPost) -> impl Reply {
    let post = Post::new(new);
    let created = with_status(json(&post), StatusCode::CREATED);
    with_header(created, LOCATION, format!("/posts/{}", post.id))
}

/// The routes above the 200, in the order in which they are tried.
fn few() -> BoxedFilter<(impl Reply,)> {
    let database = path!("database").and(put()).map(|| StatusCode::CREATED);
    let text = path::end().and(get()).map(|| TEXT);
    let greeting = path!("json").and(get()).map(|| json(&Greeting::HELLO));
    let user = path!("users" / u64).and(get()).map(|id: u64| id.to_string());
    let get_post = path!("posts" / u64).and(get()).map(|id| json(&Post::with_id(id)));
    let new_post = path!("posts").and(post()).and(warp::body::json()).map(new_post);
    database.or(text).or(greeting).or(user).or(get_post).or(new_post).boxed()
}

macro_rules! items {
    ($($name:ident $path:literal)*) => { [$(stringify!($name)),*] };
}

/// The 200, one after the other: filters have no other table.
fn many() -> BoxedFilter<(Response,)> {
    let routes = contract::many!(items).map(|name| {
        let item = |id: u64, item: String| contract::item(id, &item).into_response();
        path(name).and(path!(u64 / "items" / String)).and(get()).map(item).boxed()
    });
    let [first, rest @ ..] = routes;
    rest.into_iter().fold(first, |before, next| before.or(next).unify().boxed())
}

#[tokio::main]
async fn main() {
    let address: SocketAddr = contract::address().parse().expect("an address");
    serve(few().or(many())).run(address).await;
}
