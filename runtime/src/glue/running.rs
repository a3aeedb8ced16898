//! Running the handler: at once, as its own future, or on the pool for what blocks.

use std::future::{Ready, ready as now};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::reject;
use crate::Problem;
use crate::extract::RequestContext;
use crate::route::{Answer, Answered};

pin_project_lite::pin_project! {
    /// A handler whose arguments need no waiting for: what [`run`] makes.
    #[must_use = "futures do nothing unless polled"]
    pub struct Running<'a, 'r, F, A> {
        request: &'a mut RequestContext<'r>,
        #[pin]
        future: Option<F>,
        answer: Option<A>,
    }
}

impl<F, A> std::fmt::Debug for Running<'_, '_, F, A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").finish_non_exhaustive()
    }
}

/// Reads the arguments and calls the handler with `start`; once it is ready, `answer` writes its output.
///
/// By hand and not as an `async fn`: the handler's own coroutine stays the only one.
#[inline]
pub fn run<'a, 'r, F, A>(
    request: &'a mut RequestContext<'r>,
    start: impl FnOnce(&mut RequestContext<'r>) -> Result<F, Answered>,
    answer: A,
) -> Running<'a, 'r, F, A>
where
    F: Future,
    A: FnOnce(&mut RequestContext<'r>, F::Output) -> Answer,
{
    let future = start(request).ok();
    Running { request, future, answer: Some(answer) }
}

impl<'r, F, A> Future for Running<'_, 'r, F, A>
where
    F: Future,
    A: FnOnce(&mut RequestContext<'r>, F::Output) -> Answer,
{
    type Output = Answer;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answer> {
        let this = self.project();
        let Some(future) = this.future.as_pin_mut() else { return Poll::Ready(Err(Answered)) };
        let output = ready!(future.poll(context));
        match this.answer.take() {
            Some(answer) => Poll::Ready(answer(this.request, output)),
            None => Poll::Ready(Err(Answered)),
        }
    }
}

/// Reads the arguments, calls the handler and writes its answer, where none of it waits.
#[inline]
pub fn run_now<'r>(
    request: &mut RequestContext<'r>,
    answer: impl FnOnce(&mut RequestContext<'r>) -> Answer,
) -> Ready<Answer> {
    now(answer(request))
}

/// A handler that blocks, for the pool for such work. Where its arguments and its answer cannot go to another thread,
/// which a `const` beside it has said, `SEND` is false and nothing is run.
#[derive(Debug)]
pub struct Pool<const SEND: bool, F>(pub F);

impl<F> Pool<true, F> {
    /// Runs the handler.
    ///
    /// # Errors
    /// Where the pool is no more, the answer has been written.
    pub async fn run<R>(self, request: &mut RequestContext<'_>) -> Result<R, Answered>
    where
        R: Send + 'static,
        F: FnOnce(&BlockingContext) -> R + Send + 'static,
    {
        let context = BlockingContext { app: request.app.clone() };
        let scope = request.scope();
        match tokio::task::spawn_blocking(move || scope.enter(|| (self.0)(&context))).await {
            Ok(output) => Ok(output),
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(error) => Err(reject(request, Problem::new(503).because(error))),
            },
        }
    }
}

impl<F> Pool<false, F> {
    /// Is never run.
    pub fn run<R>(self, _: &mut RequestContext<'_>) -> NeverRun<R>
    where
        F: FnOnce(&BlockingContext) -> R,
    {
        NeverRun(PhantomData)
    }
}

/// The future of what is never run, `Send` whatever it would have given.
#[derive(Debug)]
pub struct NeverRun<T>(pub(super) PhantomData<fn() -> T>);

impl<T> Future for NeverRun<T> {
    type Output = Result<T, Answered>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Err(Answered))
    }
}

/// What a handler on the blocking pool can reach of its app.
#[derive(Debug)]
pub struct BlockingContext {
    app: std::sync::Arc<crate::app::Shared>,
}

impl BlockingContext {
    /// The app's state of a type.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(&self) -> &T {
        match self.app.state() {
            Some(state) => state,
            None => panic!("the app has no state of type `{}`", std::any::type_name::<T>()),
        }
    }
}
