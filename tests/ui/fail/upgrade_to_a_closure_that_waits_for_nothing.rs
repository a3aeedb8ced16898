//! A conversation without `async`.

use fingerpost::{SwitchingProtocols, WebSocketUpgrade, get};

#[get("/chat")]
fn chat(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(|_| {})
    //~     ^^^^^^^^^^
}

fn main() {}
