//! 204 has no body, and events are one.

use std::pin::Pin;

use fingerpost::{Event, Problem, Sse, Stream, get};

fn prices() -> Pin<Box<dyn Stream<Item = Event> + Send>> {
    unimplemented!()
}

#[get("/events", status = NO_CONTENT)]
//~                       ^^^^^^^^^^
fn events() -> Result<Sse<impl Stream<Item = Event>>, Problem> {
    Ok(Sse::new(prices()))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![events]);
}
