//! Answering: the handler's output onto the response, and what the attribute declares on top of a success.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::call::{Later, later};
use super::pool::Ended;
use super::reject;
use crate::Problem;
use crate::conditional::{self, InvalidETag, Validators};
use crate::extract::RequestContext;
use crate::head;
use crate::link::RoutePath;
use crate::respond::{Output, Responder, Response, break_off, negotiated};
use crate::route::{Answer, Answered};

/// What the attribute declares of the success.
#[derive(Debug)]
pub struct Declared {
    status: Option<StatusCode>,
    content_type: Option<HeaderValue>,
    headers: &'static [(HeaderName, HeaderValue)],
}

/// What most attributes declare.
pub static NOTHING: Declared = Declared { status: None, content_type: None, headers: &[] };

impl Declared {
    /// The status, 0 where none is declared; the media type, empty where none is; the fixed headers.
    #[must_use]
    pub const fn new(
        status: u16,
        content_type: &'static str,
        headers: &'static [(HeaderName, HeaderValue)],
    ) -> Self {
        Self {
            status: if status == 0 { None } else { Some(status_code(status)) },
            content_type: if content_type.is_empty() {
                None
            } else {
                Some(HeaderValue::from_static(content_type))
            },
            headers,
        }
    }

    /// Adds the headers. Of no type of the handler's, so that it is compiled once, and with this crate.
    fn add_to(&self, headers: &mut HeaderMap) {
        if let Some(media_type) = &self.content_type {
            head::set(headers, header::CONTENT_TYPE, media_type.clone());
        }
        for (at, (name, value)) in self.headers.iter().enumerate() {
            // The declared value stands instead of the responder's; declared twice, both stand.
            if self.headers[..at].iter().any(|(earlier, _)| earlier == name) {
                head::add(headers, name.clone(), value.clone());
            } else {
                head::set(headers, name.clone(), value.clone());
            }
        }
    }
}

/// What becomes of a handler's output.
pub trait Answering<R>: Send {
    /// What is decided before the handler is called.
    ///
    /// # Errors
    /// It is not called: the answer has been written.
    #[inline]
    fn prepare(&self, _: &mut RequestContext<'_>) -> Answer {
        Ok(())
    }

    /// Writes it onto the response.
    fn answer(self, output: R, request: &mut RequestContext<'_>) -> Answer;
}

/// What a handler returns, whatever its type: known from the value, since a type that is not there is said to be missing
/// wherever it is named.
///
/// A type that is no response must be said to be none once, where it stands, and not at each use that the glue makes of
/// it. So the glue finds the method as users' code finds methods: [`Answers`] for what is a response; [`AnswersNot`],
/// one reference further, for what is not, which compiles and is never run, since a `const` beside it does not.
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

/// What a handler returned, to be answered with where nothing more is said of it than what is declared: found as [`Returned`] is.
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

/// The same of what is no response, and of its future.
pub trait PlainNot {
    /// Is never run.
    fn answer(self, request: &mut RequestContext<'_>, declared: &'static Declared) -> Answer;
}

impl<T> PlainNot for &Plain<T> {
    fn answer(self, _: &mut RequestContext<'_>, _: &'static Declared) -> Answer {
        Err(Answered)
    }
}

/// A handler's future, as [`Plain`]. (The compiler need not ask what it would take to drop it, which it always is by who runs it.)
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

/// The same as [`Started`] of one whose output is no response.
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

/// Answers with the output and what is declared.
#[derive(Debug)]
pub struct Declares(&'static Declared);

impl<R: Output> Answering<R> for Declares {
    #[inline]
    fn prepare(&self, request: &mut RequestContext<'_>) -> Answer {
        negotiate::<R>(request)
    }

    #[inline]
    fn answer(self, output: R, request: &mut RequestContext<'_>) -> Answer {
        if let Some(success) = output.success_or_fail(request.response) {
            negotiate::<R>(request)?;
            request.answer_in_its_headers();
            write_success(request.response, success, self.0);
        }
        Ok(())
    }
}

/// The same, with a `Location` made from the success.
#[derive(Debug)]
pub struct Locates<F> {
    declared: &'static Declared,
    location: F,
}

impl<R: Output, F> Answering<R> for Locates<F>
where
    F: FnOnce(&R::Success, &mut RequestContext<'_>) -> Result<RoutePath, Answered> + Send,
{
    fn prepare(&self, request: &mut RequestContext<'_>) -> Answer {
        negotiate::<R>(request)
    }

    fn answer(self, output: R, request: &mut RequestContext<'_>) -> Answer {
        let Some(success) = output.success_or_fail(request.response) else { return Ok(()) };
        negotiate::<R>(request)?;
        let path = (self.location)(&success, request)?;
        let location = path.location(request.app, request.app.prefix_at(request.matched.index));
        request.answer_in_its_headers();
        let response = &mut *request.response;
        write_success(response, success, self.declared);
        // What a route's path is made of is percent-encoded, and an origin is checked when it is declared.
        if let Ok(location) = HeaderValue::try_from(location) {
            head::set(response.headers_mut(), header::LOCATION, location);
        }
        Ok(())
    }
}

/// The same, with validators, by which a request may be answered without the content.
#[derive(Debug)]
pub struct Validates<F> {
    declared: &'static Declared,
    by_content: bool,
    validators: F,
}

impl<R: Output, F> Answering<R> for Validates<F>
where
    F: FnOnce(&R::Success) -> Result<Validators, InvalidETag> + Send,
{
    fn prepare(&self, request: &mut RequestContext<'_>) -> Answer {
        negotiate::<R>(request)
    }

    fn answer(self, output: R, request: &mut RequestContext<'_>) -> Answer {
        let Some(success) = output.success_or_fail(request.response) else { return Ok(()) };
        negotiate::<R>(request)?;
        let validators = (self.validators)(&success);
        // The request's headers are asked after the success is written: the response has its own.
        let response = &mut *request.response;
        write_success(response, success, self.declared);
        if Problem::of(response).is_some() {
            return Ok(());
        }
        match validators {
            Ok(validators) => conditional::answer(request, validators, self.by_content),
            Err(error) => break_off(response, "the entity tag that the route declares is none", error),
        }
        Ok(())
    }
}

/// Chooses among the representations of the success, where it has several, if that has not been done.
#[inline]
fn negotiate<R: Output>(request: &mut RequestContext<'_>) -> Answer {
    if const { R::FACTS.is_negotiated() } {
        let extensions = request.response.extensions_mut();
        if !negotiated::is_prepared(extensions) {
            let prepared = negotiated::prepare(R::FACTS, &request.message.headers, extensions);
            return prepared.map_err(|refusal| reject(request, refusal));
        }
    }
    Ok(())
}

/// The answer of what is never run.
#[derive(Debug)]
pub struct NeverAnswers;

impl<R> Answering<R> for NeverAnswers {
    fn answer(self, _: R, _: &mut RequestContext<'_>) -> Answer {
        Err(Answered)
    }
}

#[inline]
fn write_success<R: Responder>(response: &mut Response, success: R, declared: &Declared) {
    let usual = const { status_code(R::FACTS.status()) };
    *response.status_mut() = declared.status.unwrap_or(usual);
    success.respond(response);
    // A responder that turned into a failure while it was written is none of what was declared.
    if Problem::of(response).is_some() {
        return;
    }
    if declared.content_type.is_some() || !declared.headers.is_empty() {
        declared.add_to(response.headers_mut());
    }
    if const { R::FACTS.is_negotiated() } {
        negotiated::vary(response.headers_mut());
    }
}

const fn status_code(code: u16) -> StatusCode {
    match StatusCode::from_u16(code) {
        Ok(status) => status,
        Err(_) => panic!("a status is 100 to 999"),
    }
}
