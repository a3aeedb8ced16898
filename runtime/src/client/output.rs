//! What a handler returns, as a client reads it: `Outcome`, and how its parts are told by the type alone.

use std::convert::Infallible;
use std::marker::PhantomData;

use super::ReadResponse;
use super::asked::Asked;

/// What a handler returns, in the types that its function `request` is inferred from.
#[doc(hidden)]
pub trait Outcome {
    /// The responder of a success.
    type Success;
    /// The error.
    type Error;
    /// Whether the success may be missing: an [`IfOption`].
    type Given;
}

/// The success of an output, which may be an `Option`.
#[doc(hidden)]
pub type SuccessOf<O, const IS_RESULT: bool> = <O as Halved<IS_RESULT>>::Success;

/// The error of an output.
#[doc(hidden)]
pub type ErrorOf<O, const IS_RESULT: bool> = <O as Halved<IS_RESULT>>::Error;

/// What a success holds.
#[doc(hidden)]
pub type HeldBy<S, const IS_OPTION: bool> = <S as Held<IS_OPTION>>::Held;

/// See [`SuccessOf`]. Which impl it is, is said by a constant, so that what a type lacks is told of one impl alone.
#[doc(hidden)]
pub trait Halved<const IS_RESULT: bool> {
    /// The success.
    type Success;
    /// The error.
    type Error;
}

impl<T> Halved<false> for T {
    type Success = T;
    type Error = Infallible;
}

impl<T, E> Halved<true> for Result<T, E> {
    type Success = T;
    type Error = E;
}

impl<T, E> Halved<true> for Option<Result<T, E>> {
    type Success = Option<T>;
    type Error = E;
}

/// See [`HeldBy`].
#[doc(hidden)]
pub trait Held<const IS_OPTION: bool> {
    /// The responder.
    type Held;
}

impl<T> Held<false> for T {
    type Held = T;
}

impl<T> Held<true> for Option<T> {
    type Held = T;
}

impl<T, E> Asked<Result<T, E>> {
    /// It has an error.
    pub const IS_RESULT: bool = true;
}

impl<T, E> Asked<Option<Result<T, E>>> {
    /// It has an error.
    pub const IS_RESULT: bool = true;
}

impl<T> Asked<Option<T>> {
    /// It may be missing.
    pub const IS_OPTION: bool = true;
}

/// What a client gets of a success, whether or not it may be missing.
#[doc(hidden)]
#[derive(Debug)]
pub struct IfOption<const IS_OPTION: bool>;

/// See [`IfOption`].
#[doc(hidden)]
pub trait Given<T> {
    /// What the client gets.
    type Value;

    /// What the client gets of a success that is there.
    fn some(value: T) -> Self::Value;

    /// What the client gets where it is missing, if it may be.
    fn none() -> Option<Self::Value> {
        None
    }
}

impl<T> Given<T> for IfOption<false> {
    type Value = T;

    fn some(value: T) -> T {
        value
    }
}

impl<T> Given<T> for IfOption<true> {
    type Value = Option<T>;

    fn some(value: T) -> Option<T> {
        Some(value)
    }

    fn none() -> Option<Option<T>> {
        Some(None)
    }
}

/// The answer to a HEAD, which has no body.
#[doc(hidden)]
#[derive(Debug)]
pub struct OfHead<T>(PhantomData<fn() -> T>);

impl<T: ReadResponse> ReadResponse for OfHead<T> {
    type Value = ();

    const STATUSES: super::Statuses = T::STATUSES;
    const ACCEPTED: &'static str = T::ACCEPTED;
    const IS_HEAD: bool = true;

    fn reads(_: &str) -> bool {
        true
    }

    async fn read(_: super::Reply<super::Received>) -> Result<(), crate::BoxError> {
        Ok(())
    }
}
