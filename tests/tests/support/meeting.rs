//! `Gate`: where a test and a handler meet, and the handler.

use std::sync::Arc;

use fingerpost::get;
use tokio::sync::Notify;

#[derive(Clone, Debug, Default)]
pub(crate) struct Gate {
    pub(crate) entered: Arc<Notify>,
    pub(crate) open: Arc<Notify>,
}

#[get("/gate")]
pub(crate) async fn gate(gate: &Gate) -> &'static str {
    gate.entered.notify_one();
    gate.open.notified().await;
    "through"
}
