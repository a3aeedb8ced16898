//! What the hand-written servers share: the service, the switches of the tuned ones, their runtimes.

mod runtime;
mod service;
mod switches;

pub use runtime::run;
pub use service::{Headers, answer};
pub use switches::Switches;
