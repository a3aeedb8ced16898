//! A WebSocket is opened by another method than GET.

use fingerpost::{SwitchingProtocols, WebSocketUpgrade, post};

#[post("/chat")]
fn chat(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    //~          ^^^^^^^^^^^^^^^^
    upgrade.on_upgrade(async |_| {})
}

fn main() {}
