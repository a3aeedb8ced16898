//! What a handler returns: glue answers with it where its type is a response, and compiles where it is none, so that the compiler
//! says that once.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use super::answer::{Answering, Declared, Declares, Locates, Validates};
use super::call::{Later, later};
use super::pool::Ended;
use crate::conditional::{InvalidETag, Validators};
use crate::extract::RequestContext;
use crate::link::RoutePath;
use crate::respond::Output;
use crate::route::{Answer, Answered};

/// The type that a handler returns, inferred from a value. Glue does not write it: a type that does not exist is an error
/// wherever it is written.
///
/// That a type is no response is said once, where the user wrote it, by a `const` that asks. The calls in the glue must compile
/// all the same, so they are methods that the compiler looks up by the type: those of [`Answers`] for a response, and else those of
/// [`AnswersNot`], for a reference to it. These are never run, since the `const` beside them does not compile.
#[derive(Debug)]
pub struct Returned<R>(PhantomData<fn() -> R>);

/// The type of a value.
pub fn returned<R>(_: &R) -> Returned<R> {
    Returned(PhantomData)
}

/// The type that a future gives.
pub fn returned_by<F: Future>(_: &F) -> Returned<F::Output> {
    Returned(PhantomData)
}

/// The type that a function gives.
pub fn returned_by_call<E, R, F: FnOnce(E) -> R>(_: &F) -> Returned<R> {
    Returned(PhantomData)
}

/// The type that the future of a function gives.
pub fn returned_by_start<E, R: Future, F: FnOnce(E) -> R>(_: &F) -> Returned<R::Output> {
    Returned(PhantomData)
}

/// The type that a handler on the pool gives.
pub fn returned_from_pool<R, F: Future<Output = Ended<R>>>(_: &F) -> Returned<R> {
    Returned(PhantomData)
}

/// The type that the handler on the pool of a function gives.
pub fn returned_from_pool_by_start<E, R, P: Future<Output = Ended<R>>, F: FnOnce(E) -> P>(
    _: &F,
) -> Returned<R> {
    Returned(PhantomData)
}

/// What a handler returned, where the attribute declares nothing that is made from it: its methods are looked up as those of
/// [`Returned`] are.
#[derive(Debug)]
pub struct Plain<T>(pub T);

impl<R: Output> Plain<R> {
    /// Answers with the output.
    ///
    /// # Errors
    /// A representation was refused.
    #[inline]
    pub fn answer(self, request: &mut RequestContext<'_>, declared: &'static Declared) -> Answer {
        Declares(declared).answer(self.0, request)
    }
}

/// [`Plain`] of what is no response.
pub trait PlainNot {
    /// Is never run.
    fn answer(self, request: &mut RequestContext<'_>, declared: &'static Declared) -> Answer;
}

impl<T> PlainNot for &Plain<T> {
    fn answer(self, _: &mut RequestContext<'_>, _: &'static Declared) -> Answer {
        Err(Answered)
    }
}

/// A handler's future, as [`Plain`] is its output. It is run, and dropped, by whoever takes it out: here the compiler need not ask
/// how it is dropped.
#[derive(Debug)]
pub struct Started<F>(ManuallyDrop<F>);

impl<F> Started<F> {
    /// Of this one.
    #[inline]
    pub const fn new(future: F) -> Self {
        Self(ManuallyDrop::new(future))
    }

    /// The future itself.
    #[inline]
    pub fn __get(&self) -> &F {
        &self.0
    }
}

impl<F: Future<Output: Output>> Started<F> {
    /// Runs it, then answers with its output.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn answer<'a>(
        self,
        request: &'a mut RequestContext<'_>,
        declared: &'static Declared,
    ) -> Result<Later<'a>, Answered>
    where
        F: Send + 'a,
    {
        Ok(later(request, ManuallyDrop::into_inner(self.0), Declares(declared)))
    }
}

/// [`Started`] of a future whose output is no response.
pub trait StartedNot {
    /// Is never run.
    ///
    /// # Errors
    /// Always.
    fn answer<'a>(
        self,
        request: &'a mut RequestContext<'_>,
        declared: &'static Declared,
    ) -> Result<Later<'a>, Answered>;
}

impl<F> StartedNot for &Started<F> {
    fn answer<'a>(self, _: &'a mut RequestContext<'_>, _: &'static Declared) -> Result<Later<'a>, Answered> {
        Err(Answered)
    }
}

/// See [`Returned`].
pub trait Answers<R: Output> {
    /// With what the attribute declares.
    fn __declares(self, declared: &'static Declared) -> Declares;

    /// The same, with a `Location` made from the success.
    fn __locates<F>(self, declared: &'static Declared, location: F) -> Locates<F>
    where
        F: FnOnce(&R::Success, &mut RequestContext<'_>) -> Result<RoutePath, Answered>;

    /// The same, with validators made from the success, or a tag from what it writes.
    fn __validates<F>(self, declared: &'static Declared, by_content: bool, validators: F) -> Validates<F>
    where
        F: FnOnce(&R::Success) -> Result<Validators, InvalidETag>;
}

impl<R: Output> Answers<R> for Returned<R> {
    #[inline]
    fn __declares(self, declared: &'static Declared) -> Declares {
        Declares(declared)
    }

    #[inline]
    fn __locates<F>(self, declared: &'static Declared, location: F) -> Locates<F>
    where
        F: FnOnce(&R::Success, &mut RequestContext<'_>) -> Result<RoutePath, Answered>,
    {
        Locates { declared, location }
    }

    #[inline]
    fn __validates<F>(self, declared: &'static Declared, by_content: bool, validators: F) -> Validates<F>
    where
        F: FnOnce(&R::Success) -> Result<Validators, InvalidETag>,
    {
        Validates { declared, by_content, validators }
    }
}

/// See [`Returned`].
pub trait AnswersNot {
    /// Is never run.
    fn __declares(self, declared: &'static Declared) -> NeverAnswers;

    /// Is never run.
    fn __locates<F>(self, declared: &'static Declared, location: F) -> NeverAnswers;

    /// Is never run.
    fn __validates<F>(self, declared: &'static Declared, by_content: bool, validators: F) -> NeverAnswers;
}

impl<R> AnswersNot for &Returned<R> {
    fn __declares(self, _: &'static Declared) -> NeverAnswers {
        NeverAnswers
    }

    fn __locates<F>(self, _: &'static Declared, _: F) -> NeverAnswers {
        NeverAnswers
    }

    fn __validates<F>(self, _: &'static Declared, _: bool, _: F) -> NeverAnswers {
        NeverAnswers
    }
}

/// The answer of what is never run.
#[derive(Debug)]
pub struct NeverAnswers;

impl<R> Answering<R> for NeverAnswers {
    fn answer(self, _: R, _: &mut RequestContext<'_>) -> Answer {
        Err(Answered)
    }
}
