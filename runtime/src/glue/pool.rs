//! The pool for handlers that block.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use crate::Problem;
use crate::app::Shared;
use crate::extract::RequestContext;
use crate::link::Scope;

/// What a handler on the pool returned, or why it was not run.
pub type Ended<R> = Result<R, Box<Problem>>;

/// What a handler on the pool can reach of its request and its app.
#[derive(Debug)]
pub struct BlockingContext {
    app: Arc<Shared>,
    scope: Scope,
}

impl BlockingContext {
    /// Of this request.
    #[must_use]
    pub fn of(request: &RequestContext<'_>) -> Self {
        Self { app: request.app.clone(), scope: request.scope() }
    }

    /// The app's state of a type.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(&self) -> &T {
        match self.app.state() {
            Some(state) => state,
            None => panic!("the app has no state of type `{}`", std::any::type_name::<T>()),
        }
    }
}

/// A handler that blocks, for the pool for such work. Where its arguments and its answer cannot go to another thread,
/// which a `const` beside it has said, `SEND` is false and nothing is run.
#[derive(Debug)]
pub struct Pool<const SEND: bool, F>(pub BlockingContext, pub F);

impl<F> Pool<true, F> {
    /// Runs the handler.
    ///
    /// # Errors
    /// Where the pool is no more.
    pub async fn run<R>(self) -> Ended<R>
    where
        R: Send + 'static,
        F: FnOnce(&BlockingContext) -> R + Send + 'static,
    {
        let Self(context, handler) = self;
        match tokio::task::spawn_blocking(move || context.scope.enter(|| handler(&context))).await {
            Ok(output) => Ok(output),
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(error) => Err(Box::new(Problem::new(503).because(error))),
            },
        }
    }
}

impl<F> Pool<false, F> {
    /// Is never run.
    pub fn run<R>(self) -> NeverRun<R>
    where
        F: FnOnce(&BlockingContext) -> R,
    {
        NeverRun(PhantomData)
    }
}

/// The future of what is never run, `Send` whatever it would have given.
#[derive(Debug)]
pub struct NeverRun<R>(PhantomData<fn() -> R>);

impl<R> Future for NeverRun<R> {
    type Output = Ended<R>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Ended<R>> {
        Poll::Pending
    }
}
