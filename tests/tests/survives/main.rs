//! What a server survives: clients that take their time, that ask for too much, that leave; handlers that fail; overload.

mod connections;
mod detached;
mod faults;
mod floods;
mod overload;
mod page;
mod process;
mod queue;
mod restart;
mod shutdown;
mod size;
mod time;

#[path = "../support/mod.rs"]
mod support;

use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::{App, get, post, routes};
use support::{Client, Server, serve, soon};
use tokio::time::sleep;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[post("/length")]
async fn length(body: Bytes) -> String {
    body.len().to_string()
}

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}
