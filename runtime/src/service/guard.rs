//! Running a handler to its end: inside its scope, its panic caught, its time bounded.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::Problem;
use crate::link::Scope;
use crate::route::RouteInfo;

/// Why a handler did not come to its end.
pub(super) enum Cut {
    TimedOut(Duration),
    Panicked(Box<dyn Any + Send>),
}

/// Runs what does not wait inside its scope, to its end or its panic.
#[inline]
pub(super) fn now<R>(work: impl FnOnce() -> R, scope: Scope) -> Result<R, Cut> {
    // What has panicked is never used again, and what it shared is behind the user's own locks.
    std::panic::catch_unwind(AssertUnwindSafe(|| scope.enter(work))).map_err(Cut::Panicked)
}

impl Cut {
    #[cold]
    pub(super) fn problem(self, route: &RouteInfo) -> Problem {
        let (name, path) = (route.name, route.path);
        match self {
            Self::TimedOut(limit) => {
                Problem::new(503).detail(format!("`{name}` at `{path}` took longer than {limit:?}"))
            }
            Self::Panicked(panic) => {
                let text = panic.downcast_ref::<&str>().copied();
                let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
                let text = text.unwrap_or("no message");
                Problem::new(500).detail(format!("`{name}` at `{path}` panicked: {text}"))
            }
        }
    }
}

pin_project_lite::pin_project! {
    /// A handler's future: each poll is in the handler's scope, and a panic is an end like others.
    pub(super) struct Guarded<F> {
        #[pin]
        future: Option<F>,
        scope: Scope,
    }
}

impl<F: Future> Guarded<F> {
    #[inline]
    pub(super) fn new(future: F, scope: Scope) -> Self {
        Self { future: Some(future), scope }
    }

    /// Runs it to its end, but no longer than this.
    pub(super) async fn within(mut self: Pin<&mut Self>, limit: Duration) -> Result<F::Output, Cut> {
        match tokio::time::timeout(limit, self.as_mut()).await {
            Ok(ended) => ended,
            Err(_) => {
                self.drop_now();
                Err(Cut::TimedOut(limit))
            }
        }
    }

    /// Drops the handler; what its locals panic with on their way out is no one's answer.
    #[cold]
    fn drop_now(self: Pin<&mut Self>) {
        let mut this = self.project();
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| this.scope.enter(|| this.future.set(None))));
    }
}

impl<F: Future> Future for Guarded<F> {
    type Output = Result<F::Output, Cut>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let Some(future) = this.future.as_pin_mut() else { return Poll::Pending };
        match now(|| future.poll(context), *this.scope) {
            Ok(poll) => poll.map(Ok),
            Err(cut) => Poll::Ready(Err(cut)),
        }
    }
}
