//! State: what handlers share, found by its type, and the proof that it is there.

use std::any::{Any, TypeId};
use std::fmt;
use std::marker::PhantomData;

use crate::Problem;
use crate::extract::{FromState, RequestContext};
use crate::glue::{BlockingContext, reject};
use crate::place::{Below, Here, Inside};
use crate::route::Answered;

/// What can be state of an app: every type that is `Send + Sync + 'static`, since handlers on several threads share it.
///
/// It is not implemented by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be state: handlers on several threads share it, so it is `Send + Sync + 'static` and of a known size\nhelp: inside of it, use `Arc` for `Rc`, and a `Mutex`, `RwLock` or atomic for `Cell` and `RefCell`; for what has no size share an `Arc` or the owned type",
    label = "cannot be shared between threads"
)]
pub trait SharedState {
    /// To be looked up by its type.
    #[doc(hidden)]
    fn into_source(self) -> Source;

    /// To be looked up by the types of its fields, too.
    #[doc(hidden)]
    fn into_fields(self) -> Source
    where
        Self: StateSource;

    /// The app's state of this type.
    #[doc(hidden)]
    fn of<'r>(request: &mut RequestContext<'r>) -> Result<&'r Self, Answered>;

    /// The same for a blocking handler, which runs on the pool: its state was found before it went there.
    #[doc(hidden)]
    fn of_blocking(context: &BlockingContext) -> &Self;
}

#[diagnostic::do_not_recommend]
impl<T: Send + Sync + 'static> SharedState for T {
    fn into_source(self) -> Source {
        Box::new(One(self))
    }

    fn into_fields(self) -> Source
    where
        Self: StateSource,
    {
        Box::new(All(self))
    }

    #[inline]
    fn of<'r>(request: &mut RequestContext<'r>) -> Result<&'r T, Answered> {
        // Every app is proved to have the state its handlers need; this answers where a table was mounted without that proof.
        request.app.state().ok_or_else(|| reject(request, missing::<T>()))
    }

    fn of_blocking(context: &BlockingContext) -> &T {
        context.state()
    }
}

#[cold]
fn missing<T>() -> Problem {
    Problem::new(500).detail(format!("the app has no state of type `{}`", std::any::type_name::<T>()))
}

/// A struct whose fields are state, each by its type. `#[derive(States)]` implements it; it is not written by hand.
#[diagnostic::on_unimplemented(
    message = "the fields of `{Self}` are not known to be state\nhelp: put `#[derive(fingerpost::States)]` on it, or give it as one value with `.state(…)`",
    label = "does not derive `States`"
)]
pub trait StateFields: StateSource + SharedState {
    /// The state of an app once they are given on top of `S`. (A struct that is none leaves no app to go on with, and
    /// nothing more to be said of it.)
    #[doc(hidden)]
    type On<S>;
}

/// Some state of an app, to be looked up by type.
pub trait StateSource {
    /// The value of the type with this id.
    #[doc(hidden)]
    fn find(&self, id: TypeId) -> Option<&dyn Any>;
}

/// A source that the app keeps.
type Source = Box<dyn StateSource + Send + Sync>;

/// That an app with the state `Self` has a `T`, which a handler needs. `Place` is always inferred.
///
/// The state of an app is a list of types, the last one given first: `(Mailer, (Db, NoState))`.
#[diagnostic::on_unimplemented(
    message = "the app has no state of type `{T}`, and the handler `{Handler}` needs it\nhelp: give it with `.state(…)` before the app is run, served, tested or mounted",
    label = "`{Handler}` takes `&{T}`, or an extractor that reads it",
    note = "state is found by its exact type: an `Arc<{T}>` is taken as `&Arc<{T}>`; a `Result` or a future of `{T}` lacks its `?` or `.await`; the fields of a struct are state where it is given with `.states(…)`; an extractor is taken by value"
)]
pub trait HasState<T: ?Sized, Handler, Place> {}

/// An app has [`NoState`] always, for extractors that read none. (Not `()`, which may be state as any type may.)
#[diagnostic::do_not_recommend]
impl<T: IsNone, Handler> HasState<T, Handler, Here> for NoState {}
#[diagnostic::do_not_recommend]
impl<T: Never, Handler> HasState<T, Handler, Below<Here>> for NoState {}
// For each part of the list there is more than one impl to try, if need be one that never holds. With a single one the compiler
// would report what that one lacks; so it reports what the whole list lacks, as the message says. Two values of one type stand
// at two places, of which the compiler cannot choose one, and that is refused too.
#[diagnostic::do_not_recommend]
impl<T, Rest, Handler> HasState<T, Handler, Here> for (T, Rest) {}
#[diagnostic::do_not_recommend]
impl<T: ?Sized, Top, Rest, Handler, Place> HasState<T, Handler, Below<Place>> for (Top, Rest) where
    Rest: HasState<T, Handler, Place>
{
}
#[diagnostic::do_not_recommend]
impl<T, Top: Contains<T, Place>, Rest, Handler, Place> HasState<T, Handler, Inside<Place>> for (Top, Rest) {}

/// The state of an extractor that reads none.
#[doc(hidden)]
pub trait IsNone {}

impl IsNone for NoState {}

/// Implemented for no type.
#[doc(hidden)]
pub trait Never {}

/// That handlers can run in an app with the state `S`, since it [has](HasState) all that they need. `Places` is always
/// inferred.
///
/// ```
/// use fingerpost::{App, RunsWith, Table, TestClient, get, routes};
///
/// /// What tests do with every app.
/// fn client<T: Table + RunsWith<S, P>, S, P>(app: App<T, S>) -> TestClient {
///     app.body_limit(1024).test()
/// }
///
/// #[get("/")]
/// fn read(number: &u64) -> String {
///     number.to_string()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(client(App::new(routes![read]).state(7_u64)).get("/").send().await.text(), "7");
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the app does not have the state that `{Self}` needs, or that is not known\nhelp: where `{Self}` hides which table it is, give the app as a `Service`, by `.into_service()`, or give the table a name, `routes! {{ pub table = […] }}`, and say that: `App<table, (Db, NoState)>`",
    label = "which state the handlers of `{Self}` need is not known"
)]
pub trait RunsWith<S, Places> {}

/// The state that an app begins with: none.
#[derive(Clone, Copy, Debug)]
pub struct NoState;

/// All fields of a struct that derives [`States`](crate::States), and the struct itself, in the list of an app's state.
pub struct FieldsOf<T>(PhantomData<fn() -> T>);

impl<T> fmt::Debug for FieldsOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FieldsOf")
    }
}

/// That a part of a list of state is all fields of a struct, and a `T` is among them or is the struct.
#[doc(hidden)]
pub trait Contains<T, Place> {}

impl<T> Contains<T, Here> for FieldsOf<T> {}
#[diagnostic::do_not_recommend]
impl<T, All: HasField<T, Place>, Place> Contains<T, Inside<Place>> for FieldsOf<All> {}

/// That a struct of state has a field of type `T`. `#[derive(States)]` implements it.
#[doc(hidden)]
pub trait HasField<T, Place> {}

/// An argument that is an extractor, by `WHAT` is known of it: [`NO_EXTRACTOR`](crate::check::NO_EXTRACTOR) and the others.
#[doc(hidden)]
pub struct Reading<T, const WHAT: u8>(PhantomData<fn() -> T>);

impl<T, const WHAT: u8> fmt::Debug for Reading<T, WHAT> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

/// What is asked of the argument.
#[doc(hidden)]
pub trait Reads {
    /// What it reads of the app's state. A type that is no extractor reads none, so that the error about it stays the only
    /// one.
    type State;
    /// What must be an extractor: the type, unless it is known to be one.
    type Extractor;
}

impl<T> Reads for Reading<T, { crate::check::NO_EXTRACTOR }> {
    type State = NoState;
    type Extractor = T;
}

impl<T> Reads for Reading<T, { crate::check::READS_NO_STATE }> {
    type State = NoState;
    type Extractor = String;
}

impl<T: FromState> Reads for Reading<T, { crate::check::READS_STATE }> {
    type State = T::State;
    type Extractor = String;
}

/// The state that is needed, `UNLESS` it is known to be none.
pub type StateUnless<T, const UNLESS: bool> = <T as NeededUnless<UNLESS>>::State;

/// See [`StateUnless`].
pub trait NeededUnless<const UNLESS: bool> {
    /// The type.
    type State;
}

impl<T> NeededUnless<false> for T {
    type State = T;
}

impl<T> NeededUnless<true> for T {
    type State = NoState;
}

/// The values of an app's state, the last one given last.
#[derive(Default)]
pub(crate) struct Values(Vec<Source>);

impl Values {
    pub(crate) fn push<T: SharedState>(&mut self, value: T) {
        self.0.push(value.into_source());
    }

    pub(crate) fn push_fields<T: StateFields>(&mut self, values: T) {
        self.0.push(values.into_fields());
    }

    #[inline]
    pub(crate) fn get<T: 'static>(&self) -> Option<&T> {
        // For extractors that read none.
        if let Some(unit) = (&() as &'static dyn Any).downcast_ref() {
            return Some(unit);
        }
        self.0.iter().rev().find_map(|source| source.find(TypeId::of::<T>()))?.downcast_ref()
    }
}

/// One value.
struct One<T>(T);

impl<T: 'static> StateSource for One<T> {
    #[inline]
    fn find(&self, id: TypeId) -> Option<&dyn Any> {
        (id == TypeId::of::<T>()).then_some(&self.0)
    }
}

/// A struct and its fields.
struct All<T>(T);

impl<T: StateSource + 'static> StateSource for All<T> {
    fn find(&self, id: TypeId) -> Option<&dyn Any> {
        if id == TypeId::of::<T>() { Some(&self.0) } else { self.0.find(id) }
    }
}
