//! From edition 2024 on a stream says that it holds nothing of what is borrowed.
#![deny(warnings)]
#![allow(clippy::ptr_arg)]

use std::pin::Pin;

use fingerpost::{App, Event, Problem, Sse, Stream, Streamed, get, routes};

type Events = Pin<Box<dyn Stream<Item = Event> + Send>>;

fn events(_: &[String]) -> Events {
    unimplemented!()
}

#[get("/prices")]
fn prices(names: &Vec<String>) -> Sse<impl Stream<Item = Event> + use<>> {
    Sse::new(events(names))
}

#[get("/prices/{name}")]
async fn price(name: &str) -> Result<Sse<impl Stream<Item = Event> + use<>>, Problem> {
    Ok(Sse::new(events(&[name.to_owned()])))
}

#[get("/other")]
fn other(names: &Vec<String>) -> Sse<impl Stream<Item = Event> + 'static> {
    prices(names)
}

fn text() -> Pin<Box<dyn Stream<Item = String> + Send>> {
    unimplemented!()
}

/// Nothing is borrowed.
#[get("/text/{id}")]
fn lines(id: u64) -> Streamed<impl Stream<Item = String>> {
    let _ = id;
    Streamed(text())
}

fn main() {
    let _ = App::new(routes![prices, price, other, lines]).state(vec![String::new()]).test();
}
