//! `Asked`: what a type is, as constants, where the compiler would otherwise answer with an error.
//!
//! The glue and the proofs of a handler ask these, so that a wrong type is said to be wrong in one place only.

use std::marker::PhantomData;

use std::future::{Ready, ready};

use crate::extract::{FromState, RequestContext};
use crate::respond::{Facts, Output, Responder};
use crate::route::Answer;
use crate::table::Table;

/// `Asked::<T>::IS_EXTRACTOR`: the constants of the inherent impls are found first, where their bounds hold; else those
/// of the trait.
#[derive(Debug)]
pub struct Asked<T>(PhantomData<fn() -> T>);

/// The answers where the bounds do not hold.
pub trait OtherwiseNot {
    /// It is no extractor.
    const IS_EXTRACTOR: bool = false;
    /// It is no extractor that reads no state.
    const READS_NO_STATE: bool = false;
    /// It does not read the body.
    const READS_BODY: bool = false;
    /// A handler cannot return it.
    const IS_OUTPUT: bool = false;
    /// It is no responder.
    const IS_RESPONDER: bool = false;
    /// Nothing is known of its response.
    const FACTS: Facts = Facts::new();

    /// It is no table.
    fn dispatch(_: &[u16], _: &mut RequestContext<'_>) -> Ready<Answer> {
        ready(Ok(()))
    }
}

impl<T> OtherwiseNot for Asked<T> {}

impl<T: FromState> Asked<T> {
    /// It is an extractor.
    pub const IS_EXTRACTOR: bool = true;
    /// Whether it reads the body.
    pub const READS_BODY: bool = T::READS_BODY;
}

impl<T: FromState<State = ()>> Asked<T> {
    /// It is an extractor that reads no state.
    pub const READS_NO_STATE: bool = true;
}

impl<T: Output> Asked<T> {
    /// A handler can return it.
    pub const IS_OUTPUT: bool = true;
    /// What is known of its response.
    pub const FACTS: Facts = T::FACTS;
}

impl<T: Responder> Asked<T> {
    /// It is a responder.
    pub const IS_RESPONDER: bool = true;
}

impl<T: Table> Asked<T> {
    /// Calls the handler that `at` leads to.
    #[inline]
    pub fn dispatch(at: &[u16], request: &mut RequestContext<'_>) -> impl Future<Output = Answer> + Send {
        T::dispatch(at, request)
    }
}

/// `T`, where a proof of it holds. Where it does not, that is the error, and nothing is said of the type.
pub type Proved<const PROOF: bool, T> = <Proof<PROOF> as OfProof<T>>::Type;

/// What has been proved.
#[derive(Debug)]
pub struct Proof<const PROOF: bool>;

/// The type that is proved to be right.
pub trait OfProof<T> {
    /// That type.
    type Type;
}

impl<T> OfProof<T> for Proof<true> {
    type Type = T;
}
