//! `Switch`: what a connection does once it speaks another protocol, on its way there in the response.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use http::{StatusCode, header};

use crate::respond::Response;
use crate::stop::Stop;

type Ended = Pin<Box<dyn Future<Output = ()> + Send>>;
type Start = Box<dyn FnOnce(Option<Arc<Stop>>) -> Ended + Send>;

/// Whoever has the connection takes it out of the response and runs it, with the word that the server stops. All clones are one
/// switch, which runs once.
#[derive(Clone)]
pub(crate) struct Switch(Arc<Mutex<Option<Start>>>);

impl Switch {
    pub(super) fn new<F>(start: impl FnOnce(Option<Arc<Stop>>) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        Self(Arc::new(Mutex::new(Some(Box::new(|stop| Box::pin(start(stop)))))))
    }

    /// The switch of a response that still says so: a layer may have put another in its place.
    #[inline]
    pub(crate) fn take_from(response: &mut Response) -> Option<Self> {
        if response.status() != StatusCode::SWITCHING_PROTOCOLS {
            return None;
        }
        let switch = response.extensions_mut().remove::<Self>()?;
        response.headers().contains_key(header::UPGRADE).then_some(switch)
    }

    /// Speaks the other protocol to its end.
    pub(crate) async fn run(&self, stop: Option<Arc<Stop>>) {
        let start = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(start) = start {
            start(stop).await;
        }
    }
}

impl fmt::Debug for Switch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Switch")
    }
}
