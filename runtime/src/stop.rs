//! The word that a server stops, for its connections and for handlers that take long.

use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;
use tokio::sync::futures::Notified;

/// Told once, heard by every connection.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    told: AtomicBool,
    notify: Notify,
}

impl Stop {
    pub(crate) fn tell(&self) {
        self.told.store(true, Ordering::SeqCst);
        self.notify.notify_waiters();
    }

    /// A server begins that has not been told.
    pub(crate) fn reset(&self) {
        self.told.store(false, Ordering::SeqCst);
    }

    /// Costs next to nothing, unlike asking a future.
    pub(crate) fn is_told(&self) -> bool {
        self.told.load(Ordering::SeqCst)
    }

    /// Ready once it is told.
    #[cfg(any(feature = "ws", feature = "http2", feature = "tls"))]
    pub(crate) async fn told(&self) {
        let told = self.wait();
        if !self.is_told() {
            told.await;
        }
    }

    /// Wakes the task that polls it once it is told.
    pub(crate) fn wait(&self) -> Notified<'_> {
        self.notify.notified()
    }
}
