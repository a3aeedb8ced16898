//! The typed client: handlers called by their names, over sockets, over services, and in this process.

mod answers;
mod api;
mod arguments;
mod credentials;
mod forms;
mod kinds;
#[path = "../support/mod.rs"]
mod support;
mod transport;
mod valid;

use fingerpost::client::Client;
use support::{Server, serve};

/// The table below `/api`, on a port of its own, and a client of it.
async fn served() -> (Server, Client) {
    let server = serve(api::app()).await;
    let client = Client::new(&format!("http://{}/api", server.address));
    (server, client)
}
