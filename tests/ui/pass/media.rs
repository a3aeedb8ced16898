//! Forms with files, streams, files and web sockets.
#![deny(warnings)]

use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::{
    App, Dir, Event, FileRequest, JsonLines, LastEventId, Multipart, MultipartRejection, NamedFile, Problem, Sse,
    Stream, Streamed, SwitchingProtocols, WebSocket, WebSocketUpgrade, files, get, post, routes,
};

struct Nothing<T>(std::marker::PhantomData<fn() -> T>);

impl<T> Stream for Nothing<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(None)
    }
}

fn nothing<T>() -> Nothing<T> {
    Nothing(std::marker::PhantomData)
}

#[post("/1")]
async fn a(mut form: Multipart) -> Result<String, MultipartRejection> {
    let mut names = String::new();
    while let Some(part) = form.next_part().await? {
        names += part.name();
    }
    Ok(names)
}
#[post("/2")]
async fn b(form: Option<Multipart>, name: Result<LastEventId, fingerpost::LastEventIdRejection>) -> String {
    format!("{} {}", form.is_some(), name.is_ok())
}
#[get("/3")]
fn c(last: Option<LastEventId>) -> Sse<impl Stream<Item = Event>> {
    drop(last);
    Sse::new(nothing())
}
#[get("/4", header("Cache-Control" = "no-cache"))]
async fn d() -> Result<Sse<Nothing<Result<Event, std::io::Error>>>, Problem> {
    Ok(Sse::new(nothing()).without_keep_alive())
}
#[get("/5", content_type = "text/csv")]
fn e() -> Streamed<Nothing<String>> {
    Streamed(nothing())
}
#[get("/6", status = 202)]
fn f() -> Option<JsonLines<Nothing<Result<u64, std::io::Error>>>> {
    Some(JsonLines(nothing()))
}
#[get("/7/{*path}")]
async fn g(path: &str, dir: &Dir, request: FileRequest) -> Result<NamedFile, Problem> {
    dir.open(path, request).await
}
#[get("/8")]
fn h(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(talk)
}
#[get("/9")]
fn i(upgrade: Option<WebSocketUpgrade>) -> Option<SwitchingProtocols> {
    Some(upgrade?.on_upgrade(async |mut socket| drop(socket.send("hello").await)))
}

async fn talk(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        drop(socket.send(message).await);
    }
}

fn main() -> Result<(), fingerpost::Error> {
    let _ = App::new(routes![a, b, c, d, e, f, g, h, i, "/static" => files]).state(Dir::new("/")?);
    Ok(())
}
