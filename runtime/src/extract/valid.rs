//! `Valid<E>`: what an extractor reads, held to the rules of its type.

use std::fmt;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use garde::Validate;
use serde::de::DeserializeOwned;

use super::either::{neither, takes};
use super::{
    Either, EitherRejection, FromRequest, FromState, Json, JsonRejection, RequestContext, Violations,
    media_type,
};
#[cfg(feature = "form")]
use super::{Form, FormRejection, Query};
use crate::auth::Security;
use crate::respond::{Facts, Responder, Response};
use crate::{IntoProblem, MediaTypes, Problem, ProblemInfo, ProblemSet};

/// What an extractor reads, held to the rules of its type: those that `#[derive(garde::Validate)]` writes.
///
/// It stands around [`Json`], `Form`, `Query`, or an [`Either`] of bodies. What these refuse is answered as without it. A value
/// that breaks rules is 422 (RFC 9110 §15.5.21), with all that is wrong at once: see [`Violations`]. An `Option` or a `Result`
/// stands outside: `Option<Valid<Json<T>>>`.
///
#[cfg_attr(feature = "server", doc = "```")]
#[cfg_attr(not(feature = "server"), doc = "```ignore")]
/// use fingerpost::{App, Json, Valid, post, routes};
/// use garde::Validate;
/// use serde::Deserialize;
///
/// #[derive(Deserialize, Validate)]
/// struct NewPost {
///     #[garde(length(min = 1, max = 80))]
///     title: String,
///     #[garde(inner(length(min = 2)))]
///     tags: Vec<String>,
/// }
///
/// #[post("/posts", status = 201)]
/// fn new_post(Valid(Json(new)): Valid<Json<NewPost>>) -> String {
///     new.title
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![new_post]).test();
/// let refused = app.post("/posts").json(&serde_json::json!({ "title": "", "tags": ["rust", "x"] })).send().await;
/// assert_eq!(refused.status(), 422);
/// assert_eq!(refused.json::<serde_json::Value>()["errors"], serde_json::json!([
///     { "detail": "length is lower than 2", "pointer": "#/tags/1" },
///     { "detail": "length is lower than 1", "pointer": "#/title" },
/// ]));
/// # }
/// ```
///
/// A program has the crate `garde` among its own dependencies too, with the feature `derive`: its derive names it.
///
/// # A context
/// Rules that depend on more than the value read a context, which garde calls `#[garde(context(Limits as ctx))]`. That context is the
/// app's state of this type, and an app without it does not compile:
///
#[cfg_attr(feature = "server", doc = "```")]
#[cfg_attr(not(feature = "server"), doc = "```ignore")]
/// use fingerpost::{App, Json, Valid, post, routes};
/// use garde::Validate;
/// use serde::Deserialize;
///
/// struct Limits { longest: usize }
///
/// #[derive(Deserialize, Validate)]
/// #[garde(context(Limits as ctx))]
/// struct Comment {
///     #[garde(length(max = ctx.longest))]
///     text: String,
/// }
///
/// #[post("/comments")]
/// fn comment(Valid(Json(new)): Valid<Json<Comment>>) -> String {
///     new.text
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![comment]).state(Limits { longest: 5 }).test();
/// assert_eq!(app.post("/comments").json(&serde_json::json!({ "text": "short" })).send().await.status(), 200);
/// assert_eq!(app.post("/comments").json(&serde_json::json!({ "text": "longer" })).send().await.status(), 422);
/// # }
/// ```
///
/// # In the API document
/// The document shows the 422. It shows the rules too where the type derives `schemars::JsonSchema`, which reads most of the
/// `#[garde(…)]` attributes: lengths, ranges, patterns, formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Valid<E>(pub E);

impl<E: Validated> FromState for Valid<E>
where
    <E::Value as Validate>::Context: Send + Sync + 'static,
{
    type State = <E::Value as Validate>::Context;
    type Rejection = ValidRejection<E::Rejection>;
    const READS_BODY: bool = E::READS_BODY;
    const SECURITY: Security = E::SECURITY;
    const MEDIA_TYPES: MediaTypes = E::MEDIA_TYPES;

    async fn from_state(
        request: &mut RequestContext<'_>,
        context: &Self::State,
    ) -> Result<Self, Self::Rejection> {
        let (extractor, sent) = E::read(request).await.map_err(ValidRejection::Extractor)?;
        match extractor.value().validate_with(context) {
            Ok(()) => Ok(Self(extractor)),
            Err(report) => Err(ValidRejection::Invalid(Violations::of(report, &sent, request.query()))),
        }
    }

    fn is_absence(rejection: &Self::Rejection) -> bool {
        matches!(rejection, ValidRejection::Extractor(rejection) if E::is_absence(rejection))
    }
}

impl<E> Deref for Valid<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.0
    }
}

impl<E> DerefMut for Valid<E> {
    fn deref_mut(&mut self) -> &mut E {
        &mut self.0
    }
}

/// An extractor that [`Valid`] can stand around: one that holds a value with rules.
///
/// For an extractor of your own say where the value is:
///
#[cfg_attr(feature = "server", doc = "```")]
#[cfg_attr(not(feature = "server"), doc = "```ignore")]
/// use fingerpost::{App, FromRequest, Problem, RequestContext, Valid, Validated, post, routes};
/// use garde::Validate;
///
/// #[derive(Validate)]
/// struct Word {
///     #[garde(alphanumeric)]
///     word: String,
/// }
///
/// /// A body that is one word.
/// struct OneWord(Word);
///
/// impl FromRequest for OneWord {
///     type Rejection = Problem;
///     const READS_BODY: bool = true;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
///         Ok(Self(Word { word: String::from_request(request).await? }))
///     }
/// }
///
/// impl Validated for OneWord {
///     type Value = Word;
///
///     fn value(&self) -> &Word {
///         &self.0
///     }
/// }
///
/// #[post("/say")]
/// fn say(Valid(OneWord(said)): Valid<OneWord>) -> String {
///     said.word
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![say]).test();
/// assert_eq!(app.post("/say").body("hello").send().await.text(), "hello");
/// assert_eq!(app.post("/say").body("oh no").send().await.status(), 422);
/// # }
/// ```
pub trait Validated: FromRequest {
    /// The type of the value.
    type Value: Validate;

    /// The value.
    fn value(&self) -> &Self::Value;

    /// Reads it, and keeps what was sent, in which violations are pointed at.
    #[doc(hidden)]
    fn read(
        request: &mut RequestContext<'_>,
    ) -> impl Future<Output = Result<(Self, Sent), Self::Rejection>> + Send {
        async { Ok((Self::from_request(request).await?, Sent::Unknown)) }
    }
}

/// What a value was read from.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Sent {
    /// Its members have the names of the fields, as far as is known.
    Unknown,
    /// A JSON text.
    Json(Bytes),
    /// A form.
    #[cfg(feature = "form")]
    Form(Bytes),
    /// The query.
    #[cfg(feature = "form")]
    Query,
}

impl<T: DeserializeOwned + Validate> Validated for Json<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    async fn read(request: &mut RequestContext<'_>) -> Result<(Self, Sent), JsonRejection> {
        media_type::expect(request, <Self as FromRequest>::MEDIA_TYPES).await?;
        let body = request.read_body().await.map_err(JsonRejection::Body)?;
        Ok((Self::of(&body, request.json_depth())?, Sent::Json(body)))
    }
}

#[cfg(feature = "form")]
impl<T: DeserializeOwned + Validate> Validated for Form<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    async fn read(request: &mut RequestContext<'_>) -> Result<(Self, Sent), FormRejection> {
        media_type::expect(request, <Self as FromRequest>::MEDIA_TYPES).await?;
        let body = request.read_body().await.map_err(FormRejection::Body)?;
        Ok((Self::of(&body, request.most_fields())?, Sent::Form(body)))
    }
}

#[cfg(feature = "form")]
impl<T: DeserializeOwned + Validate> Validated for Query<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    async fn read(request: &mut RequestContext<'_>) -> Result<(Self, Sent), Self::Rejection> {
        Ok((Self::from_request(request).await?, Sent::Query))
    }
}

impl<L: Validated, R: Validated<Value = L::Value>> Validated for Either<L, R> {
    type Value = L::Value;

    fn value(&self) -> &L::Value {
        match self {
            Self::Left(left) => left.value(),
            Self::Right(right) => right.value(),
        }
    }

    async fn read(request: &mut RequestContext<'_>) -> Result<(Self, Sent), Self::Rejection> {
        if takes(&L::MEDIA_TYPES, request) {
            let left = L::read(request).await.map_err(EitherRejection::Left);
            return left.map(|(left, sent)| (Self::Left(left), sent));
        }
        if takes(&R::MEDIA_TYPES, request) {
            let right = R::read(request).await.map_err(EitherRejection::Right);
            return right.map(|(right, sent)| (Self::Right(right), sent));
        }
        Err(neither(request, <Self as FromRequest>::MEDIA_TYPES).await)
    }
}

/// Why what was sent is not [`Valid`]; `R` is the rejection of the extractor within.
///
#[cfg_attr(feature = "server", doc = "```")]
#[cfg_attr(not(feature = "server"), doc = "```ignore")]
/// use fingerpost::{App, Json, JsonRejection, Valid, ValidRejection, post, routes};
/// use garde::Validate;
/// use serde::Deserialize;
///
/// #[derive(Deserialize, Validate)]
/// struct Age(#[garde(range(max = 150))] u8);
///
/// #[post("/age")]
/// fn age(age: Result<Valid<Json<Age>>, ValidRejection<JsonRejection>>) -> String {
///     match age {
///         Ok(Valid(Json(Age(age)))) => format!("{age} years"),
///         Err(ValidRejection::Invalid(violations)) => format!("{} rules are broken", violations.report().iter().count()),
///         Err(rejection) => rejection.to_string(),
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![age]).test();
/// assert_eq!(app.post("/age").json(&200).send().await.text(), "1 rules are broken");
/// assert_eq!(app.post("/age").send().await.text(), "a JSON body is required");
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ValidRejection<R> {
    /// The extractor within refuses what was sent.
    Extractor(R),
    /// The value breaks rules of its type: 422 (RFC 9110 §15.5.21).
    Invalid(Violations),
}

#[diagnostic::do_not_recommend]
impl<R: ProblemSet> IntoProblem for ValidRejection<R> {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::transparent("Extractor", R::PROBLEMS),
        ProblemInfo::transparent("Invalid", Violations::POSSIBLE),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        match self {
            Self::Extractor(rejection) => rejection.problem(),
            Self::Invalid(violations) => violations.into_problem(),
        }
    }
}

impl<R: Responder> Responder for ValidRejection<R> {
    const FACTS: Facts = Problem::FACTS;

    #[cold]
    fn respond(self, response: &mut Response) {
        match self {
            Self::Extractor(rejection) => crate::respond::fail(rejection, response),
            Self::Invalid(violations) => violations.respond(response),
        }
    }
}

impl<R: fmt::Display> fmt::Display for ValidRejection<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Extractor(rejection) => rejection.fmt(f),
            Self::Invalid(violations) => violations.fmt(f),
        }
    }
}

impl<R: std::error::Error> std::error::Error for ValidRejection<R> {}
