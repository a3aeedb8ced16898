//! The tests' own server and client: an app on a real socket, and HTTP/1.1 written and read byte by byte.

#![allow(dead_code, unused_imports, reason = "each test crate takes what it needs of it")]

mod client;
mod items;
mod meeting;
mod response;
#[cfg(unix)]
mod running;
mod server;

pub(crate) use client::Client;
pub(crate) use items::Items;
pub(crate) use meeting::{Gate, gate};
pub(crate) use response::{Problem, Response};
#[cfg(unix)]
pub(crate) use running::Running;
pub(crate) use server::{Server, serve};

use std::time::Duration;

/// No step of any test takes longer than this, unless it hangs.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Waits for a step, and fails where it hangs.
pub(crate) async fn soon<F: Future>(what: &str, step: F) -> F::Output {
    match tokio::time::timeout(PATIENCE, step).await {
        Ok(output) => output,
        Err(_) => panic!("{what} took longer than {PATIENCE:?}"),
    }
}
