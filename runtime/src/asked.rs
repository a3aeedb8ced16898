//! `Asked`: what a type is, as constants, where the compiler would otherwise answer with an error.
//!
//! The glue and the proofs of a handler ask these, so that a wrong type is said to be wrong in one place only.

use std::marker::PhantomData;

use crate::extract::FromState;
use crate::respond::{Facts, Output, Responder};

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
