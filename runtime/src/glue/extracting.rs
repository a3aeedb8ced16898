//! Extractors: read one after the other, then the handler is called with them.

use std::marker::PhantomData;

use super::answer::Answering;
use super::call::{Later, never};
use super::reject_for;
use crate::extract::{FromState, RequestContext};
use crate::route::Answered;
use crate::state::SharedState as _;

/// Arguments that are extractors, in the order of the signature: `(Json<Post>, (Cookies, ()))`.
pub trait Arguments: Sized {
    /// Reads them; the first rejection is the answer.
    fn read(request: &mut RequestContext<'_>) -> impl Future<Output = Result<Self, Answered>> + Send;
}

impl Arguments for () {
    #[inline]
    async fn read(_: &mut RequestContext<'_>) -> Result<Self, Answered> {
        Ok(())
    }
}

impl<T: FromState + Send, Rest: Arguments> Arguments for (T, Rest) {
    #[inline]
    async fn read(request: &mut RequestContext<'_>) -> Result<Self, Answered> {
        let state = T::State::of(request)?;
        let first = match T::from_state(request, state).await {
            Ok(value) => value,
            Err(rejection) => return Err(reject_for(request, rejection, &T::SECURITY)),
        };
        Ok((first, Rest::read(request).await?))
    }
}

/// The extractors of a handler, whatever their types: found as [`Returned`](super::Returned) is.
#[derive(Debug)]
pub struct Extracting<E>(PhantomData<fn() -> E>);

impl<E> Extracting<E> {
    /// Of these types.
    pub const TYPES: Self = Self(PhantomData);
}

/// See [`Extracting`].
pub trait Extract<E> {
    /// Reads them, then calls a handler that needs no waiting.
    fn __now<'a, R, F, A>(self, request: &'a mut RequestContext<'_>, handler: F, answer: A) -> Later<'a>
    where
        F: FnOnce(E) -> R + Send + 'a,
        A: Answering<R> + 'a;

    /// Reads them, then runs a handler's future.
    fn __later<'a, R, F, A>(self, request: &'a mut RequestContext<'_>, handler: F, answer: A) -> Later<'a>
    where
        R: Future + Send + 'a,
        F: FnOnce(E) -> R + Send + 'a,
        A: Answering<R::Output> + 'a;
}

impl<E: Arguments> Extract<E> for Extracting<E> {
    fn __now<'a, R, F, A>(self, request: &'a mut RequestContext<'_>, handler: F, answer: A) -> Later<'a>
    where
        F: FnOnce(E) -> R + Send + 'a,
        A: Answering<R> + 'a,
    {
        Later::from_or_box(async move {
            let arguments = E::read(request).await?;
            answer.prepare(request)?;
            answer.answer(handler(arguments), request)
        })
    }

    fn __later<'a, R, F, A>(self, request: &'a mut RequestContext<'_>, handler: F, answer: A) -> Later<'a>
    where
        R: Future + Send + 'a,
        F: FnOnce(E) -> R + Send + 'a,
        A: Answering<R::Output> + 'a,
    {
        Later::from_or_box(async move {
            let arguments = E::read(request).await?;
            answer.prepare(request)?;
            let future = handler(arguments);
            let output = future.await;
            answer.answer(output, request)
        })
    }
}

/// See [`Extracting`].
pub trait ExtractNot<E> {
    /// Is never run.
    fn __now<'a, R, F: FnOnce(E) -> R, A>(
        self,
        request: &'a mut RequestContext<'_>,
        handler: F,
        answer: A,
    ) -> Later<'a>;

    /// Is never run.
    fn __later<'a, R, F: FnOnce(E) -> R, A>(
        self,
        request: &'a mut RequestContext<'_>,
        handler: F,
        answer: A,
    ) -> Later<'a>;
}

impl<E> ExtractNot<E> for &Extracting<E> {
    fn __now<'a, R, F: FnOnce(E) -> R, A>(self, _: &'a mut RequestContext<'_>, _: F, _: A) -> Later<'a> {
        never()
    }

    fn __later<'a, R, F: FnOnce(E) -> R, A>(self, _: &'a mut RequestContext<'_>, _: F, _: A) -> Later<'a> {
        never()
    }
}
