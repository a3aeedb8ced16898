//! Responders, as a client notices them: status, headers and body of each, and what becomes of those that fail.

mod bytes;
mod cookies;
mod created;
mod json;
mod never;
mod nothing;
mod pages;
mod parts;
mod redirects;
mod responses;
mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::bytes::Bytes;
use fingerpost::headers::CacheControl;
use fingerpost::hyper::body::{Body as HttpBody, Frame};
use fingerpost::minijinja::{self, Environment, context};
use fingerpost::{
    App, AppendHeaders, Body, Cookie, Created, Facts, Header, HeaderMap, HeaderName, HeaderValue, Html, Json,
    NoContent, Page, Problem, Redirect, Responder, Response, ResponsePart, SetCookies, StatusCode,
    TestResponse, cookie, delete, get, header, http, post, routes,
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const TEXT: Option<&str> = Some("text/plain; charset=utf-8");
const HTML: Option<&str> = Some("text/html; charset=utf-8");
const OCTETS: Option<&str> = Some("application/octet-stream");

macro_rules! answer {
    ($handler:ident) => {
        App::new(routes![$handler]).test().get("/").send().await
    };
}
use answer;

#[track_caller]
fn assert_typed(response: &TestResponse, media_type: Option<&str>, body: &[u8]) {
    assert_eq!(response.status(), 200);
    assert_eq!(response.header("content-type"), media_type);
    assert_eq!(response.bytes(), body);
}

/// A 500 that tells the client nothing, and has nothing of the response that failed.
#[track_caller]
fn assert_broken(response: &TestResponse) {
    assert_eq!(response.status(), 500);
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    assert_eq!(response.json::<Value>(), json!({ "title": "Internal Server Error", "status": 500 }));
    for name in ["location", "set-cookie", "x-a", "x-b", "cache-control"] {
        assert_eq!(response.header(name), None);
    }
}
