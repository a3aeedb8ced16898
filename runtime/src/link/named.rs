//! `Link`: the path of a handler whose values are given by the names of its parameters.
//!
//! A handler says the types of its parameters in an impl without a body, and the rest is written here: the names are read in const
//! evaluation, where a link gives a value, for the place of its parameter in the list.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;

use super::RoutePath;
use super::writer::{PathWriter, write_values};
use crate::route::Endpoint;

/// A handler that has parameters, whose types are a list of pairs: the first, and those behind it.
///
/// They are the trait's and no associated type, which those of a `pub` handler could not be where they are less visible; that the
/// one impl is known by its handler is enough for the compiler to find them.
pub trait Linked<P> {
    /// The keys of the query's parameters, where one has another name.
    const QUERY_KEYS: &'static [&'static str] = &[];
}

/// A handler whose `location` gives parameters to the path of another.
pub trait Linking {
    /// The other, once those parameters are proved to be its own.
    type Target;
}

/// The values of a link.
pub struct Link<'v, H, P: Parameters<'v>> {
    values: P::Values,
    handler: PhantomData<H>,
}

impl<'v, H: Endpoint + Linked<P>, P: Parameters<'v>> Link<'v, H, P> {
    /// None of them.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "a `default` would be one more way to make it")]
    pub fn new() -> Self {
        Self { values: P::Values::default(), handler: PhantomData }
    }

    /// The one at a place.
    pub fn value<const PLACE: usize>(&mut self) -> &mut Option<<P::Values as Place<PLACE>>::Value>
    where
        P::Values: Place<PLACE>,
    {
        self.values.place()
    }

    /// The path with them.
    pub fn path(self) -> RoutePath {
        write_values(H::ROUTE, |writer| P::write(self.values, 0, H::QUERY_KEYS, writer))
    }
}

impl<'v, H, P: Parameters<'v>> fmt::Debug for Link<'v, H, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link").finish_non_exhaustive()
    }
}

/// The parameters of a path.
pub trait Parameters<'v> {
    /// A value for each, if it is given.
    type Values: Default;

    /// Writes those that are given, the first of which is at a place.
    fn write(values: Self::Values, place: usize, keys: &[&str], writer: &mut PathWriter);
}

impl Parameters<'_> for () {
    type Values = ();

    fn write((): (), _: usize, _: &[&str], _: &mut PathWriter) {}
}

impl<'v, P: Parameter<'v>, Others: Parameters<'v>> Parameters<'v> for (P, Others) {
    type Values = (Option<P::Value>, Others::Values);

    fn write((value, others): Self::Values, place: usize, keys: &[&str], writer: &mut PathWriter) {
        P::write(value, place, keys, writer);
        Others::write(others, place + 1, keys, writer);
    }
}

/// One of them.
pub trait Parameter<'v> {
    /// What a link gives for it.
    type Value;

    /// Writes it, if it is given.
    fn write(value: Option<Self::Value>, place: usize, keys: &[&str], writer: &mut PathWriter);
}

/// One value of a type that prints.
#[derive(Debug)]
pub struct One<T: ?Sized>(PhantomData<T>);

/// Any number of them.
#[derive(Debug)]
pub struct Many<T>(PhantomData<T>);

/// Any number of texts.
#[derive(Debug)]
pub struct ManyTexts;

/// The same, each of which may be owned.
#[derive(Debug)]
pub struct ManyCows;

/// One value of a type of the user's. A handler whose capture does not print is one all the same, as long as nothing links to it;
/// and a link to it compiles, of which a proof where it is declared says what is missing.
#[derive(Debug)]
pub struct Own<T, const PRINTS: bool>(PhantomData<T>);

/// Any number of them.
#[derive(Debug)]
pub struct ManyOwn<T, const PRINTS: bool>(PhantomData<T>);

impl<'v, T: Display + ?Sized + 'v> Parameter<'v> for One<T> {
    type Value = &'v T;

    fn write(value: Option<&'v T>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameter(value, place, keys);
    }
}

impl<'v, T: Display + 'v> Parameter<'v> for Many<T> {
    type Value = &'v [T];

    fn write(values: Option<&'v [T]>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameters(values, place, keys);
    }
}

impl<'v> Parameter<'v> for ManyTexts {
    type Value = &'v [&'v str];

    fn write(values: Option<&'v [&'v str]>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameters(values, place, keys);
    }
}

impl<'v> Parameter<'v> for ManyCows {
    type Value = &'v [Cow<'v, str>];

    fn write(values: Option<&'v [Cow<'v, str>]>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameters(values, place, keys);
    }
}

impl<'v, T: Display + 'v> Parameter<'v> for Own<T, true> {
    type Value = &'v T;

    fn write(value: Option<&'v T>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameter(value, place, keys);
    }
}

impl<'v, T: Display + 'v> Parameter<'v> for ManyOwn<T, true> {
    type Value = &'v [T];

    fn write(values: Option<&'v [T]>, place: usize, keys: &[&str], writer: &mut PathWriter) {
        writer.parameters(values, place, keys);
    }
}

// What has not been proved is never run.
impl<'v, T: 'v> Parameter<'v> for Own<T, false> {
    type Value = &'v T;

    fn write(_: Option<&'v T>, _: usize, _: &[&str], _: &mut PathWriter) {}
}

impl<'v, T: 'v> Parameter<'v> for ManyOwn<T, false> {
    type Value = &'v [T];

    fn write(_: Option<&'v [T]>, _: usize, _: &[&str], _: &mut PathWriter) {}
}

/// The value at a place of the list.
pub trait Place<const PLACE: usize> {
    /// Its type.
    type Value;

    /// Where it stands.
    fn place(&mut self) -> &mut Option<Self::Value>;
}

impl<Value, Others> Place<0> for (Option<Value>, Others) {
    type Value = Value;

    fn place(&mut self) -> &mut Option<Value> {
        &mut self.0
    }
}

/// One is that of those behind the first, at the place before.
macro_rules! places {
    ($($place:literal behind $before:literal),*) => {$(
        impl<First, Others: Place<$before>> Place<$place> for (First, Others) {
            type Value = Others::Value;

            fn place(&mut self) -> &mut Option<Others::Value> {
                self.1.place()
            }
        }
    )*};
}

// As many as `check::NAMED`.
places! {
    1 behind 0, 2 behind 1, 3 behind 2, 4 behind 3, 5 behind 4, 6 behind 5, 7 behind 6, 8 behind 7, 9 behind 8, 10 behind 9,
    11 behind 10, 12 behind 11, 13 behind 12, 14 behind 13, 15 behind 14, 16 behind 15, 17 behind 16, 18 behind 17,
    19 behind 18, 20 behind 19, 21 behind 20, 22 behind 21, 23 behind 22, 24 behind 23, 25 behind 24, 26 behind 25,
    27 behind 26, 28 behind 27, 29 behind 28, 30 behind 29, 31 behind 30
}
