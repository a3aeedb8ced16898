//! Before edition 2024 an `impl` holds what it says, and streams say nothing of what is borrowed.
// in: 2018 2021
#![deny(warnings)]
#![allow(clippy::ptr_arg)]

use std::pin::Pin;

use fingerpost::{App, Event, Problem, Sse, Stream, Streamed, get, routes};

type Events = Pin<Box<dyn Stream<Item = Event> + Send>>;

fn events(_: &[String]) -> Events {
    unimplemented!()
}

#[get("/prices")]
fn prices(names: &Vec<String>) -> Sse<impl Stream<Item = Event>> {
    Sse::new(events(names))
}

/// Beside another of its kind.
#[get("/prices/{name}")]
fn price(name: &str, names: &Vec<String>) -> Result<Sse<impl Stream<Item = Event>>, Problem> {
    let names = [&[name.to_owned()], &names[..]].concat();
    Ok(Sse::new(events(&names)))
}

fn text() -> Pin<Box<dyn Stream<Item = String> + Send>> {
    unimplemented!()
}

#[get("/text")]
fn lines(_: &u8) -> Streamed<impl Stream<Item = String>> {
    Streamed(text())
}

fn main() {
    let _ = App::new(routes![prices, price, lines]).state(vec![String::new()]).state(7_u8).test();
    let _ = (prices::path().to_string(), price::path("x").to_string(), prices(&Vec::new()));
}
