//! The service in salvo.

use contract::{Greeting, NewPost, Post, TEXT};
use salvo::conn::TcpListener;
use salvo::http::header::LOCATION;
use salvo::http::{HeaderValue, ParseError, StatusCode, StatusError};
use salvo::writing::Json;
use salvo::{Listener, Request, Response, Router, Server, handler};

#[handler]
async fn database(response: &mut Response) {
    response.status_code(StatusCode::CREATED);
}

#[handler]
async fn text() -> &'static str {
    TEXT
}

#[handler]
async fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[handler]
async fn user(request: &mut Request) -> Result<String, StatusError> {
    let id: u64 = request.param("id").ok_or_else(StatusError::bad_request)?;
    Ok(id.to_string())
}

#[handler]
async fn get_post(request: &mut Request) -> Result<Json<Post>, StatusError> {
    let id = request.param("id").ok_or_else(StatusError::bad_request)?;
    Ok(Json(Post::with_id(id)))
}

#[handler]
async fn new_post(request: &mut Request, response: &mut Response) -> Result<Json<Post>, ParseError> {
    let post = Post::new(request.parse_json::<NewPost>().await?);
    response.status_code(StatusCode::CREATED);
    if let Ok(location) = HeaderValue::try_from(format!("/posts/{}", post.id)) {
        response.headers_mut().insert(LOCATION, location);
    }
    Ok(Json(post))
}

#[handler]
async fn get_item(request: &mut Request) -> Result<String, StatusError> {
    let id = request.param("id").ok_or_else(StatusError::bad_request)?;
    let item: &str = request.param("item").ok_or_else(StatusError::bad_request)?;
    Ok(contract::item(id, item))
}

#[tokio::main]
async fn main() {
    let router = Router::new()
        .push(Router::with_path("/database").put(database))
        .push(Router::with_path("/").get(text))
        .push(Router::with_path("/json").get(json))
        .push(Router::with_path("/users/{id}").get(user))
        .push(Router::with_path("/posts/{id}").get(get_post))
        .push(Router::with_path("/posts").post(new_post));
    // Routes are tried one after the other: these come last.
    macro_rules! items {
        ($($name:ident $path:literal)*) => { router$(.push(Router::with_path($path).get(get_item)))* };
    }
    let router = contract::many!(items);
    Server::new(TcpListener::new(contract::address()).bind().await).serve(router).await;
}
