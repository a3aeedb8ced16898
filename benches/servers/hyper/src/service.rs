//! From a request to its answer, as a user of hyper writes it: a `match` on method and path.

use bytes::Bytes;
use contract::{APPLICATION_JSON, Greeting, NewPost, Post, TEXT, TEXT_PLAIN};
use http_body_util::{BodyExt, Full};
use hyper::body::Body;
use hyper::header::{CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};

/// Where the headers of an answer are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headers {
    /// In a map of their own.
    Fresh,
    /// In the request's map, emptied, which hyper takes back for the next request.
    OfRequest,
}

/// The answer to a request.
#[inline]
pub async fn answer<B: Body<Data = Bytes>>(request: Request<B>, headers: Headers) -> Response<Full<Bytes>> {
    let (mut head, body) = request.into_parts();
    if head.method == Method::POST {
        return if head.uri.path() == "/posts" {
            new_post(&mut head, body, headers).await
        } else {
            no_body(&mut head, headers, StatusCode::NOT_FOUND)
        };
    }
    let (status, content_type, body) = match (&head.method, head.uri.path()) {
        (&Method::PUT, "/database") => return no_body(&mut head, headers, StatusCode::CREATED),
        (&Method::GET, "/") => (StatusCode::OK, TEXT_PLAIN, Bytes::from_static(TEXT.as_bytes())),
        (&Method::GET, "/json") => json(&Greeting::HELLO),
        (&Method::GET, path) => match below(path) {
            Some(found) => found,
            None => return no_body(&mut head, headers, StatusCode::NOT_FOUND),
        },
        _ => return no_body(&mut head, headers, StatusCode::NOT_FOUND),
    };
    with_body(map(&mut head, headers), status, content_type, body)
}

type Found = (StatusCode, &'static str, Bytes);

/// The paths with something in them.
fn below(path: &str) -> Option<Found> {
    if let Some(id) = path.strip_prefix("/users/") {
        let id: u64 = id.parse().ok()?;
        return Some((StatusCode::OK, TEXT_PLAIN, id.to_string().into()));
    }
    if let Some(id) = path.strip_prefix("/posts/") {
        return Some(json(&Post::with_id(id.parse().ok()?)));
    }
    let (route, rest) = path.strip_prefix("/r")?.split_at_checked(3)?;
    if route.parse::<u8>().ok()? >= 200 {
        return None;
    }
    let (id, rest) = rest.strip_prefix('/')?.split_once('/')?;
    let item = rest.strip_prefix("items/").filter(|item| !item.is_empty() && !item.contains('/'))?;
    Some((StatusCode::OK, TEXT_PLAIN, contract::item(id.parse().ok()?, item).into()))
}

fn json(value: &impl serde::Serialize) -> Found {
    match serde_json::to_vec(value) {
        Ok(json) => (StatusCode::OK, APPLICATION_JSON, json.into()),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, TEXT_PLAIN, Bytes::new()),
    }
}

async fn new_post<B: Body<Data = Bytes>>(
    head: &mut Parts,
    body: B,
    headers: Headers,
) -> Response<Full<Bytes>> {
    if head.headers.get(CONTENT_TYPE).is_none_or(|media_type| media_type != APPLICATION_JSON) {
        return no_body(head, headers, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let Ok(body) = body.collect().await else { return no_body(head, headers, StatusCode::BAD_REQUEST) };
    let Ok(new) = serde_json::from_slice::<NewPost>(&body.to_bytes()) else {
        return no_body(head, headers, StatusCode::BAD_REQUEST);
    };
    let post = Post::new(new);
    let mut headers = map(head, headers);
    if let Ok(location) = HeaderValue::try_from(format!("/posts/{}", post.id)) {
        headers.insert(LOCATION, location);
    }
    let (_, content_type, body) = json(&post);
    with_body(headers, StatusCode::CREATED, content_type, body)
}

fn map(head: &mut Parts, headers: Headers) -> HeaderMap {
    match headers {
        Headers::Fresh => HeaderMap::new(),
        Headers::OfRequest => {
            head.headers.clear();
            std::mem::take(&mut head.headers)
        }
    }
}

fn with_body(
    mut headers: HeaderMap,
    status: StatusCode,
    content_type: &'static str,
    body: Bytes,
) -> Response<Full<Bytes>> {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn no_body(head: &mut Parts, headers: Headers, status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    *response.headers_mut() = map(head, headers);
    response
}
