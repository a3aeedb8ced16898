//! Where a value stands among the state of an app: types that the compiler infers and nobody writes.

use std::marker::PhantomData;

/// The value given last.
#[derive(Debug)]
pub struct Here;

/// A value given before.
#[derive(Debug)]
pub struct Below<Place>(PhantomData<Place>);

/// A field of the struct given last.
#[derive(Debug)]
pub struct Inside<Place>(PhantomData<Place>);

/// No value: none is needed.
#[derive(Debug)]
pub struct Nowhere;
