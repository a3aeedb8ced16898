//! Extractors, as a client notices them: what is read, and what is answered to what cannot be read.

mod alone;
mod client_addr;
mod cookies;
mod extension;
mod form;
mod header;
mod json;
mod message;
mod path;
mod query;
mod state;
mod valid;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use fingerpost::headers::{Authorization, ContentLength, authorization::Bearer};
use fingerpost::http::Version;
use fingerpost::{
    App, ClientAddr, Cookies, Extension, Form, FormRejection, FromRequest, Header, HeaderMap,
    HeaderRejection, Json, JsonRejection, Method, Path, PathRejection, Problem, Query, QueryRejection,
    RequestContext, State, TestClient, TestResponse, Uri, get, post, route, routes,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const FORM: &str = "application/x-www-form-urlencoded";

#[derive(Debug, Deserialize, Serialize)]
struct Post {
    title: String,
    #[serde(default)]
    tags: Vec<String>,
    stars: Option<u8>,
}

/// The detail of a problem document with this status.
#[track_caller]
fn detail(response: &TestResponse, status: u16) -> String {
    assert_eq!(response.status(), status, "{}", response.text());
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    let document = response.json::<Value>();
    assert_eq!(document["status"], status);
    document["detail"].as_str().unwrap_or_default().to_owned()
}

/// Sends a request as it is written over a connection of its own.
async fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    response
}
