//! `Negotiated<T, (A, B)>`: one value, sent as the representation that the request wants.

mod accept;
mod offer;

use std::fmt;
use std::marker::PhantomData;

use http::header::{CONTENT_TYPE, HeaderMap, VARY};
use http::{Extensions, HeaderValue};

pub(crate) use accept::{choose, split};
pub use offer::{Representation, Representations};

use super::failure::is_broken;
use super::{Facts, Responder, Response};
use crate::text::joined;
use crate::{IntoProblem, Problem, ProblemInfo, answered_by_its_problem, head};

/// A value with several representations, of which the one is sent that the request's `Accept` wants most
/// (RFC 9110 §12): with its `Content-Type`, and with `Vary: Accept`.
///
/// Each is a [`Representation`], a responder of a known media type, that is made `From` the value; only the one that is sent
/// is made. Of those that are wanted alike, and where the request does not say, the first is sent. Where it wants none of
/// them it is refused with 406, and the handler is not called; with [`OrFirst`] in the last place the first is sent all the
/// same, which RFC 9110 §15.5.7 leaves to the server.
///
/// ```
/// use fingerpost::{App, Json, Negotiated, Representation, Responder, Response, get, routes};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Stock { item: &'static str, count: u32 }
///
/// struct Csv(String);
///
/// impl From<Stock> for Csv {
///     fn from(stock: Stock) -> Self {
///         Self(format!("item,count\n{},{}\n", stock.item, stock.count))
///     }
/// }
///
/// impl Responder for Csv {
///     fn respond(self, response: &mut Response) {
///         *response.body_mut() = self.0.into();
///     }
/// }
///
/// impl Representation for Csv {
///     const MEDIA_TYPE: &'static str = "text/csv; charset=utf-8";
/// }
///
/// #[get("/stock")]
/// fn stock() -> Negotiated<Stock, (Json<Stock>, Csv)> {
///     Negotiated::new(Stock { item: "nails", count: 7 })
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![stock]).test();
/// let csv = app.get("/stock").header("accept", "text/csv, application/json;q=0.5").send().await;
/// assert_eq!(csv.text(), "item,count\nnails,7\n");
/// assert_eq!(csv.header("vary"), Some("accept"));
/// assert_eq!(app.get("/stock").send().await.header("content-type"), Some("application/json"));
/// assert_eq!(app.get("/stock").header("accept", "image/png").send().await.status(), 406);
/// // A handler is a function, and its value is there to be looked at.
/// assert_eq!(stock().value.count, 7);
/// # }
/// ```
///
/// A handler that is not `async`, takes no extractor, and names this type by an alias, is called before it is known that none
/// is wanted.
pub struct Negotiated<T, R, E = OrRefuse> {
    /// The value.
    pub value: T,
    representations: PhantomData<fn() -> (R, E)>,
}

impl<T, R, E> Negotiated<T, R, E> {
    /// This value, in one of its representations.
    pub const fn new(value: T) -> Self {
        Self { value, representations: PhantomData }
    }
}

impl<T, R, E> From<T> for Negotiated<T, R, E> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Clone, R, E> Clone for Negotiated<T, R, E> {
    fn clone(&self) -> Self {
        Self::new(self.value.clone())
    }
}

impl<T: fmt::Debug, R, E> fmt::Debug for Negotiated<T, R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Negotiated").field(&self.value).finish()
    }
}

/// What is done with a request that wants none of the representations: [`OrRefuse`] or [`OrFirst`].
pub trait Otherwise {
    #[doc(hidden)]
    const TAKES_ANY: bool;
}

/// A request that wants none of the representations is refused with 406.
#[derive(Clone, Copy, Debug)]
pub enum OrRefuse {}

/// A request that wants none of the representations gets the first.
#[derive(Clone, Copy, Debug)]
pub enum OrFirst {}

impl Otherwise for OrRefuse {
    const TAKES_ANY: bool = false;
}

impl Otherwise for OrFirst {
    const TAKES_ANY: bool = true;
}

/// The representation that the request wants, on the way to the responder, which does not see the request.
#[derive(Clone, Copy, Debug)]
struct Chosen(usize);

impl<T, R: Representations<T>, E: Otherwise> Responder for Negotiated<T, R, E> {
    const FACTS: Facts = Facts::new().negotiated(R::MEDIA_TYPES, E::TAKES_ANY);

    fn respond(self, response: &mut Response) {
        let chosen = response.extensions_mut().remove::<Chosen>().map_or(0, |Chosen(at)| at);
        R::respond(self.value, chosen, response);
        if is_broken(response) {
            return;
        }
        if let Some(media_type) = R::MEDIA_TYPES.get(chosen) {
            head::set(response.headers_mut(), CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        vary(response.headers_mut());
    }
}

/// Chooses the representation, for the responder to find it.
pub(crate) fn prepare(
    facts: Facts,
    headers: &HeaderMap,
    response: &mut Extensions,
) -> Result<(), NotAcceptable> {
    match choose(headers, facts.offers()) {
        Some(at) => drop(response.insert(Chosen(at))),
        None if facts.takes_any() => drop(response.insert(Chosen(0))),
        None => return Err(NotAcceptable(facts.offers())),
    }
    Ok(())
}

/// Whether it has been chosen already.
pub(crate) fn is_prepared(response: &Extensions) -> bool {
    response.get::<Chosen>().is_some()
}

/// Says that the response depends on the request's `Accept` (RFC 9110 §12.5.5).
pub(crate) fn vary(headers: &mut HeaderMap) {
    let names = headers.get_all(VARY).iter().flat_map(|value| split(value.as_bytes(), b','));
    let mut names = names.map(<[u8]>::trim_ascii);
    let is_said = names.any(|name| name == b"*" || name.eq_ignore_ascii_case(b"accept"));
    drop(names);
    if !is_said {
        head::add(headers, VARY, HeaderValue::from_static("accept"));
    }
}

/// There is no representation that the request wants: 406, with what there is (RFC 9110 §15.5.7).
#[derive(Clone, Copy, Debug)]
pub struct NotAcceptable(&'static [&'static str]);

impl NotAcceptable {
    /// The media types that there are.
    #[must_use]
    pub const fn available(&self) -> &'static [&'static str] {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for NotAcceptable {
    const POSSIBLE: &'static [ProblemInfo] =
        &[ProblemInfo::new("NotAcceptable", 406).members(&["available"]).headers(&["vary"])];

    #[cold]
    fn into_problem(self) -> Problem {
        Problem::new(406).detail(self.to_string()).with("available", self.0).header("vary", "accept")
    }
}

answered_by_its_problem!(NotAcceptable);

impl fmt::Display for NotAcceptable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`Accept` takes none of the media types that there are: {}", joined(self.0, ", "))
    }
}

impl std::error::Error for NotAcceptable {}
