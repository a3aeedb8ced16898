//! A conversation whose end is a `Result`.

use fingerpost::{SwitchingProtocols, WebSocket, WebSocketError, WebSocketUpgrade, get};

async fn talk(_: WebSocket) -> Result<(), WebSocketError> {
    Ok(())
}

#[get("/chat")]
fn chat(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(talk)
    //~     ^^^^^^^^^^
}

fn main() {}
