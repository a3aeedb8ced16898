//! State: what handlers share, found by its type, and the proof that it is there.

use std::any::{Any, TypeId};

use crate::extract::FromState;
use crate::place::{Below, Here, Inside, Nowhere};

/// Some state of an app, to be looked up by type. `#[derive(States)]` implements it; it is not written by hand.
pub trait StateSource: Send + Sync + 'static {
    /// The value of the type with this id.
    #[doc(hidden)]
    fn find(&self, id: TypeId) -> Option<&dyn Any>;
}

/// An app has this one always, for extractors that read none.
impl StateSource for () {
    #[inline]
    fn find(&self, id: TypeId) -> Option<&dyn Any> {
        (id == TypeId::of::<()>()).then_some(&())
    }
}

/// That `Self` has state of type `T`. `Place` tells where and is always inferred.
#[diagnostic::on_unimplemented(
    message = "the app has no state of type `{T}`\nhelp: give it with `.state(…)` before the app is run, served, tested or mounted",
    label = "a handler of this app takes `&{T}`, or an extractor that reads it"
)]
pub trait Provides<T, Place> {}

/// That `Self` has the state that the extractor `T` reads, if it reads any: what `READS` says.
///
/// A type that is no extractor reads none, so that the error about it stays the only one.
pub trait ProvidesFor<T, const READS: bool, Place> {}

impl<P, T> ProvidesFor<T, false, Nowhere> for P {}
impl<P, T: FromState, Place> ProvidesFor<T, true, Place> for P where P: Provides<T::State, Place> {}

/// That everything the handlers of a table need is provided by `P`. `Places` tells where and is always inferred.
#[diagnostic::on_unimplemented(message = "the app does not provide what `{Self}` needs")]
pub trait Needs<P, Places> {}

/// One more value of state on top of others: what [`App::state`](crate::App::state) makes.
#[derive(Debug)]
pub struct With<T, Rest = ()> {
    pub(crate) value: T,
    pub(crate) rest: Rest,
}

/// Many values of state in one struct on top of others: what [`App::states`](crate::App::states) makes.
#[derive(Debug)]
pub struct WithAll<T, Rest = ()> {
    pub(crate) values: T,
    pub(crate) rest: Rest,
}

impl<T: Send + Sync + 'static, Rest: StateSource> StateSource for With<T, Rest> {
    #[inline]
    fn find(&self, id: TypeId) -> Option<&dyn Any> {
        if id == TypeId::of::<T>() { Some(&self.value) } else { self.rest.find(id) }
    }
}

impl<T: StateSource, Rest: StateSource> StateSource for WithAll<T, Rest> {
    fn find(&self, id: TypeId) -> Option<&dyn Any> {
        if id == TypeId::of::<T>() {
            return Some(&self.values);
        }
        self.values.find(id).or_else(|| self.rest.find(id))
    }
}

impl<T, Rest> Provides<T, Here> for With<T, Rest> {}
#[diagnostic::do_not_recommend]
impl<T, Top, Rest, Place> Provides<T, Below<Place>> for With<Top, Rest> where Rest: Provides<T, Place> {}

impl<T, Rest> Provides<T, Here> for WithAll<T, Rest> {}
#[diagnostic::do_not_recommend]
impl<T, Top, Rest, Place> Provides<T, Inside<Place>> for WithAll<Top, Rest> where Top: Provides<T, Place> {}
#[diagnostic::do_not_recommend]
impl<T, Top, Rest, Place> Provides<T, Below<Place>> for WithAll<Top, Rest> where Rest: Provides<T, Place> {}
