//! Forms with files, streams of events, files, layers and WebSockets, over a socket.

#![allow(clippy::needless_pass_by_value, reason = "a handler takes its arguments")]

#[path = "../support/mod.rs"]
mod support;

mod events;
mod files;
mod layers;
mod multipart;
mod websocket;
