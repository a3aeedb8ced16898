//! Running a handler to its end: inside its scope, its panic caught, its time bounded.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Sleep;

use super::Exchange;
use crate::app::Limits;
use crate::extract::RequestContext;
use crate::glue::Later;
use crate::link::Scope;
use crate::route::{Answered, RouteInfo};
use crate::{Problem, log};

/// Why a handler did not come to its end.
pub(super) enum Cut {
    TimedOut(Duration),
    Panicked(Box<dyn Any + Send>),
}

/// Runs what does not wait inside its scope, to its end or its panic.
#[inline]
pub(super) fn now<R>(work: impl FnOnce() -> R, scope: Scope) -> Result<R, Cut> {
    // What has panicked is never used again, and whatever it shares is behind the user's own locks.
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

/// A handler, called when this is first polled, and its future where it stands: each poll is in the handler's scope, and a
/// panic is an end like others.
pub(super) struct Guarded<'f, 'h, 'r, E> {
    pub(super) start: Option<(Start, &'h mut RequestContext<'r>)>,
    pub(super) handler: Pin<&'f mut Option<Later<'h>>>,
    pub(super) scope: Scope,
    /// Its time, if that has an end.
    pub(super) limit: Option<Duration>,
    /// Keeps it, unless the connection does.
    pub(super) timer: Option<Pin<Box<Sleep>>>,
    pub(super) exchange: &'f E,
}

type Start = for<'a, 'r> fn(&'a mut RequestContext<'r>) -> Result<Later<'a>, Answered>;

impl<E: Exchange> Guarded<'_, '_, '_, E> {
    /// The limit, where it is over.
    #[inline]
    fn over(&mut self, context: &mut Context<'_>) -> Option<Duration> {
        let limit = self.limit?;
        let is_over = match &mut self.timer {
            Some(timer) => timer.as_mut().poll(context).is_ready(),
            None => self.exchange.is_late(),
        };
        is_over.then_some(limit)
    }

    /// Drops the handler. Where its locals panic as they are dropped, that changes no answer.
    #[cold]
    fn drop_now(&mut self) {
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| self.scope.enter(|| self.handler.set(None))));
    }
}

impl<E: Exchange> Future for Guarded<'_, '_, '_, E> {
    type Output = Result<(), Cut>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let polled = now(
            || {
                if let Some((start, request)) = this.start.take() {
                    this.handler.set(start(request).ok());
                }
                // Where there is no future, the answer is written already.
                this.handler
                    .as_mut()
                    .as_pin_mut()
                    .map_or(Poll::Ready(()), |handler| handler.poll(context).map(drop))
            },
            this.scope,
        );
        match polled {
            Ok(Poll::Ready(())) => return Poll::Ready(Ok(())),
            Err(cut) => return Poll::Ready(Err(cut)),
            Ok(Poll::Pending) => {}
        }
        match this.over(context) {
            Some(limit) => {
                this.drop_now();
                Poll::Ready(Err(Cut::TimedOut(limit)))
            }
            None => Poll::Pending,
        }
    }
}
