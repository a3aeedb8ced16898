//! Running a handler to its end: inside its scope, its panic caught, its time bounded.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::app::Limits;
use crate::link::Scope;
use crate::route::RouteInfo;
use crate::{Problem, log};

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
    pub(super) fn problem(self, route: &RouteInfo, limits: &Limits) -> Problem {
        let (name, path) = (route.name, route.path);
        match self {
            Self::TimedOut(limit) => Problem::new(limits.timeout_status)
                .detail(format!("`{name}` at `{path}` took longer than {limit:?}")),
            Self::Panicked(panic) => {
                let text = log::panic_text(&*panic);
                Problem::new(500).detail(format!("`{name}` at `{path}` panicked: {text}"))
            }
        }
    }
}

pin_project_lite::pin_project! {
    /// A handler's future: each poll is in the handler's scope, and a panic is an end like others.
    pub(super) struct Guarded<F, L> {
        #[pin]
        future: Option<F>,
        scope: Scope,
        // Whether the connection has waited for it for too long, and how long that is.
        late: L,
    }
}

impl<F: Future, L: Fn() -> Option<Duration>> Guarded<F, L> {
    #[inline]
    pub(super) fn new(future: F, scope: Scope, late: L) -> Self {
        Self { future: Some(future), scope, late }
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

impl<F: Future, L: Fn() -> Option<Duration>> Future for Guarded<F, L> {
    type Output = Result<F::Output, Cut>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(limit) = (self.late)() {
            self.as_mut().drop_now();
            return Poll::Ready(Err(Cut::TimedOut(limit)));
        }
        let this = self.project();
        let Some(future) = this.future.as_pin_mut() else { return Poll::Pending };
        match now(|| future.poll(context), *this.scope) {
            Ok(poll) => poll.map(Ok),
            Err(cut) => Poll::Ready(Err(cut)),
        }
    }
}
