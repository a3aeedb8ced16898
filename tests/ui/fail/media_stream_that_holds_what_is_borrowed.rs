//! From edition 2024 on an `impl` holds the state, though its stream is of a clone.

use std::pin::Pin;

use fingerpost::{Event, Sse, Stream, get};

fn events(_: Vec<String>) -> Pin<Box<dyn Stream<Item = Event> + Send>> {
    unimplemented!()
}

#[get("/prices")]
fn prices(names: &Vec<String>) -> Sse<impl Stream<Item = Event>> {
    //~                               ^^^^
    Sse::new(events(names.clone()))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![prices]).state(Vec::<String>::new());
    let _ = prices(&Vec::new());
}
