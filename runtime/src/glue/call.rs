//! Calling: at once, as a future, or on the pool for what blocks.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use stackfuture::StackFuture;

use super::answer::Answering;
use super::pool::Ended;
use super::reject;
use crate::extract::RequestContext;
use crate::route::{Answer, Answered};

/// How a route is called: by a pointer to its glue, so that a table of any length is data.
#[derive(Clone, Copy, Debug)]
pub enum Call {
    /// Nothing in it waits.
    Now(fn(&mut RequestContext<'_>) -> Answer),
    /// An argument or the handler itself may wait.
    Later(for<'a, 'r> fn(&'a mut RequestContext<'r>) -> LaterAnswer<'a>),
}

/// The future of a handler of any type, in place; in a box of its own only where it is larger than this. The framework's own
/// part of it, with a body of JSON, is 240 bytes.
pub type Later<'a> = StackFuture<'a, Answer, 248>;

/// What a call that may wait gives.
pub type LaterAnswer<'a> = Result<Later<'a>, Answered>;

/// Runs a handler's future.
#[inline]
pub fn later<'a, F, A>(request: &'a mut RequestContext<'_>, future: F, answer: A) -> Later<'a>
where
    F: Future + Send + 'a,
    A: Answering<F::Output> + 'a,
{
    if answer.prepare(request).is_err() {
        return never();
    }
    Later::from_or_box(Running { request, future, answer: Some(answer) })
}

pin_project_lite::pin_project! {
    /// By hand and not as an `async` block, which would have room for the handler's future twice.
    struct Running<'a, 'r, F, A> {
        request: &'a mut RequestContext<'r>,
        #[pin]
        future: F,
        answer: Option<A>,
    }
}

impl<F: Future, A: Answering<F::Output>> Future for Running<'_, '_, F, A> {
    type Output = Answer;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answer> {
        let this = self.project();
        let output = ready!(this.future.poll(context));
        match this.answer.take() {
            Some(answer) => Poll::Ready(answer.answer(output, this.request)),
            None => Poll::Ready(Err(Answered)),
        }
    }
}

/// The future of what is never run.
pub(super) fn never<'a>() -> Later<'a> {
    Later::from(std::future::ready(Err(Answered)))
}

/// What becomes of the output of a handler on the pool.
#[derive(Debug)]
pub struct FromPool<A>(pub A);

impl<R, A: Answering<R>> Answering<Ended<R>> for FromPool<A> {
    #[inline]
    fn prepare(&self, request: &mut RequestContext<'_>) -> Answer {
        self.0.prepare(request)
    }

    fn answer(self, ended: Ended<R>, request: &mut RequestContext<'_>) -> Answer {
        match ended {
            Ok(output) => self.0.answer(output, request),
            Err(problem) => Err(reject(request, *problem)),
        }
    }
}
