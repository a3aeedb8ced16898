//! Arguments: texts of the path and the query, state, extractors.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::reject;
use super::running::NeverRun;
use crate::Problem;
use crate::extract::{FromState, RequestContext};
use crate::route::Answered;
use crate::state::SharedState;

/// A capture of the path as text, borrowed from the request unless it is percent-encoded.
#[inline]
pub fn capture_text<'r>(request: &RequestContext<'r>, index: usize) -> Cow<'r, str> {
    request.capture(index)
}

/// A parameter of the query as text.
pub fn query_text<'r>(request: &mut RequestContext<'r>, name: &str) -> Result<Cow<'r, str>, Answered> {
    match query_text_optional(request, name)? {
        Some(text) => Ok(text),
        None => {
            let problem = Problem::new(400).detail(format!("`{name}` is missing from the query"));
            Err(reject(request, problem))
        }
    }
}

/// A parameter of the query as text, where it is there.
pub fn query_text_optional<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Option<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).next().transpose();
    found.map_err(|problem| reject(request, problem))
}

/// All the values of a parameter of the query, as text.
pub fn query_text_many<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Vec<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).collect::<Result<_, _>>();
    found.map_err(|problem| reject(request, problem))
}

/// An argument that is an extractor, whatever its type: `Extractor::<T>::new().extract(request)`.
///
/// A type that is none must be said to be none once, at the argument, and not at each use that the glue makes of it.
/// So the glue finds the method as users' code finds methods: [`Extract`] for what is an extractor; [`ExtractNot`], one
/// reference further, for what is not, which compiles and is never run, since a `const` beside it does not.
#[derive(Debug)]
pub struct Extractor<T>(PhantomData<fn() -> T>);

impl<T> Extractor<T> {
    /// Of this type.
    #[expect(clippy::new_without_default, reason = "only expansions make one")]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

/// See [`Extractor`].
pub trait Extract<T> {
    /// Reads the argument.
    fn extract(self, request: &mut RequestContext<'_>) -> impl Future<Output = Result<T, Answered>> + Send;
}

impl<T: FromState> Extract<T> for Extractor<T> {
    #[inline]
    async fn extract(self, request: &mut RequestContext<'_>) -> Result<T, Answered> {
        let state = T::State::of(request)?;
        match T::from_state(request, state).await {
            Ok(value) => Ok(value),
            Err(rejection) => Err(reject(request, rejection)),
        }
    }
}

/// See [`Extractor`].
pub trait ExtractNot<T> {
    /// Is never run.
    fn extract(self, request: &mut RequestContext<'_>) -> NeverRun<T>;
}

impl<T> ExtractNot<T> for &Extractor<T> {
    fn extract(self, _: &mut RequestContext<'_>) -> NeverRun<T> {
        NeverRun(PhantomData)
    }
}

/// A text that outlives the request.
#[must_use]
pub fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// Texts that outlive the request.
#[must_use]
pub fn all_owned(texts: Vec<Cow<'_, str>>) -> Vec<Cow<'static, str>> {
    texts.into_iter().map(owned).collect()
}

/// The texts, for a handler that borrows them.
#[must_use]
pub fn borrowed<'t>(texts: &'t [Cow<'_, str>]) -> Vec<&'t str> {
    texts.iter().map(AsRef::as_ref).collect()
}
