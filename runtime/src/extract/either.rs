//! `Either<L, R>`: a body in one of several media types.

use std::fmt;

use super::media_type::{self, Unfit};
#[cfg(feature = "form")]
use super::{Form, Json};
use super::{FromRequest, RequestContext};
use crate::respond::{Facts, Responder, Response};
use crate::{IntoProblem, MediaTypes, Problem, ProblemInfo, ProblemSet};

/// A body that may be sent in one media type or another: the request's `Content-Type` says which of the two reads it.
///
/// A body of neither is 415, and is told of both. For three, `Either<A, Either<B, C>>`. Where a body has no `Content-Type`
/// and one of them takes any, that one reads it.
#[cfg_attr(feature = "form", doc = "```")]
#[cfg_attr(not(feature = "form"), doc = "```ignore")]
/// use fingerpost::{App, Either, Form, Json, post, routes};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Login { name: String }
///
/// #[post("/login")]
/// fn login(login: Either<Json<Login>, Form<Login>>) -> String {
///     login.into_inner().name
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![login]).test();
/// let form = app.post("/login").header("content-type", "application/x-www-form-urlencoded").body("name=Ada");
/// assert_eq!(form.send().await.text(), "Ada");
/// let xml = app.post("/login").header("content-type", "application/xml").body("<name>Ada</name>").send().await;
/// assert_eq!(xml.status(), 415);
/// assert_eq!(xml.header("accept-post"), Some("application/json, application/x-www-form-urlencoded"));
/// assert_eq!(login(Either::Left(Json(Login { name: "Grace".to_owned() }))), "Grace");
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Either<L, R> {
    /// The first.
    Left(L),
    /// The second.
    Right(R),
}

impl<L: FromRequest, R: FromRequest> FromRequest for Either<L, R> {
    type Rejection = EitherRejection<L::Rejection, R::Rejection>;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::both(&L::MEDIA_TYPES, &R::MEDIA_TYPES);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Self::Rejection> {
        if takes(&L::MEDIA_TYPES, request) {
            return L::from_request(request).await.map(Self::Left).map_err(EitherRejection::Left);
        }
        if takes(&R::MEDIA_TYPES, request) {
            return R::from_request(request).await.map(Self::Right).map_err(EitherRejection::Right);
        }
        Err(neither(request, Self::MEDIA_TYPES).await)
    }

    fn is_absence(rejection: &Self::Rejection) -> bool {
        match rejection {
            EitherRejection::Missing => true,
            EitherRejection::Left(rejection) => L::is_absence(rejection),
            EitherRejection::Right(rejection) => R::is_absence(rejection),
            _ => false,
        }
    }
}

/// Why neither reads a request.
pub(super) async fn neither<L, R>(
    request: &mut RequestContext<'_>,
    both: MediaTypes,
) -> EitherRejection<L, R> {
    match media_type::expect(request, MediaTypes::NONE).await {
        Err(Unfit::Absent) => EitherRejection::Missing,
        Err(Unfit::Body(problem)) => EitherRejection::Body(problem),
        Ok(()) | Err(Unfit::Unsupported) => EitherRejection::UnsupportedMediaType(both),
    }
}

/// Whether a request's body is of one of the media types; one that says nothing is, where any will do.
pub(super) fn takes(list: &MediaTypes, request: &RequestContext<'_>) -> bool {
    match media_type::essence(request.headers()) {
        Some(media_type) => list.contains(media_type),
        None => list.is_any(),
    }
}

#[cfg(feature = "form")]
impl<T> Either<Json<T>, Form<T>> {
    /// The value, however it was sent.
    pub fn into_inner(self) -> T {
        match self {
            Self::Left(Json(value)) | Self::Right(Form(value)) => value,
        }
    }
}

#[cfg(feature = "form")]
impl<T> Either<Form<T>, Json<T>> {
    /// The value, however it was sent.
    pub fn into_inner(self) -> T {
        match self {
            Self::Left(Form(value)) | Self::Right(Json(value)) => value,
        }
    }
}

/// Why a body is not [`Either`] of what was asked for; `L` and `R` are the rejections of the two.
#[derive(Debug)]
#[non_exhaustive]
pub enum EitherRejection<L, R> {
    /// There is no body, and no media type: 400.
    Missing,
    /// The body is of a media type that neither reads, or of none: 415 (RFC 9110 §15.5.16).
    UnsupportedMediaType(MediaTypes),
    /// The first reads the media type, and rejects the body.
    Left(L),
    /// The second does.
    Right(R),
    /// The body could not be read.
    Body(Problem),
}

#[diagnostic::do_not_recommend]
impl<L: ProblemSet, R: ProblemSet> IntoProblem for EitherRejection<L, R> {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("Missing", 400),
        ProblemInfo::new("TooSlow", 408),
        ProblemInfo::new("TooLarge", 413),
        ProblemInfo::new("UnsupportedMediaType", 415).headers(&["accept"]),
        ProblemInfo::transparent("Left", L::PROBLEMS),
        ProblemInfo::transparent("Right", R::PROBLEMS),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        match self {
            Self::Left(rejection) => rejection.problem(),
            Self::Right(rejection) => rejection.problem(),
            Self::Body(problem) => problem,
            Self::Missing => Problem::new(400).detail("a body is required"),
            Self::UnsupportedMediaType(list) => unsupported(list),
        }
    }
}

fn unsupported(list: MediaTypes) -> Problem {
    let detail = format!("the body is of another media type than those taken here: {list}");
    Problem::new(415).detail(detail).header("accept", list.to_string())
}

impl<L: Responder, R: Responder> Responder for EitherRejection<L, R> {
    const FACTS: Facts = Problem::FACTS;

    #[cold]
    fn respond(self, response: &mut Response) {
        match self {
            Self::Left(rejection) => crate::respond::fail(rejection, response),
            Self::Right(rejection) => crate::respond::fail(rejection, response),
            Self::Body(problem) => problem.respond(response),
            Self::Missing => Problem::new(400).detail("a body is required").respond(response),
            Self::UnsupportedMediaType(list) => unsupported(list).respond(response),
        }
    }
}

impl<L: fmt::Display, R: fmt::Display> fmt::Display for EitherRejection<L, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a body is required"),
            Self::UnsupportedMediaType(list) => {
                write!(f, "the body must be of one of these media types: {list}")
            }
            Self::Left(rejection) => rejection.fmt(f),
            Self::Right(rejection) => rejection.fmt(f),
            Self::Body(_) => f.write_str("the body could not be read"),
        }
    }
}

impl<L: std::error::Error, R: std::error::Error> std::error::Error for EitherRejection<L, R> {}
