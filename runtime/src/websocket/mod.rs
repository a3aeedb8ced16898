//! WebSockets: a connection on which both ends speak when they like (RFC 6455).

mod error;
mod handshake;
mod message;
mod socket;
mod switch;
mod upgrade;

pub use error::WebSocketError;
pub use handshake::WebSocketRejection;
pub use message::Message;
pub use socket::WebSocket;
pub(crate) use switch::Switch;
pub use upgrade::{Conversation, SwitchingProtocols, WebSocketUpgrade};
