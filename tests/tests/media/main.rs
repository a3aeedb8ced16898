//! Forms with files, streams of events, files, layers and WebSockets, over a socket.

#[path = "../support/mod.rs"]
mod support;

mod events;
mod files;
mod layers;
mod multipart;
mod parts;
mod websocket;
