//! What expansions for documents and clients share: the types of a signature, as far as they can be named and asked.

use std::marker::PhantomData;

/// What a function gives.
#[doc(hidden)]
pub trait Gives {
    /// Its output, where what it borrows from lives on.
    type Output;
}

impl<F: FnOnce(&'static ()) -> R, R> Gives for F {
    type Output = R;
}

/// `T`, where it says of itself what is asked; else [`Opaque`], of which at least the rejection may be known.
#[doc(hidden)]
pub type Known<T, const IS_KNOWN: bool, const REJECTION_IS_KNOWN: bool = false> =
    <T as KnownIf<IS_KNOWN, REJECTION_IS_KNOWN>>::Type;

/// See [`Known`].
#[doc(hidden)]
pub trait KnownIf<const IS_KNOWN: bool, const REJECTION_IS_KNOWN: bool> {
    /// The type.
    type Type;
}

impl<T, const R: bool> KnownIf<true, R> for T {
    type Type = T;
}

impl<T, const R: bool> KnownIf<false, R> for T {
    type Type = Opaque<T, R>;
}

/// A type that does not say of itself what is asked: what its traits say is known.
#[doc(hidden)]
#[derive(Debug)]
pub struct Opaque<T, const REJECTION_IS_KNOWN: bool = false>(PhantomData<fn() -> T>);

/// `impl Stream<Item = T>`, whose type cannot be named.
#[doc(hidden)]
#[derive(Debug)]
pub struct StreamOf<T>(PhantomData<fn() -> T>);

/// An output whose type cannot be named: `impl Responder`.
#[doc(hidden)]
#[derive(Debug)]
pub struct Unnamed;
