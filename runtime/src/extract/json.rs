//! `Json<T>`: a JSON body as a value.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_json::json;

use super::brief::brief;
use super::json_depth::is_deeper;
use super::json_pointer;
use super::media_type::{self, Unfit};
use super::objects;
use super::{FromRequest, RequestContext};
use crate::{IntoProblem, MediaTypes, Problem, ProblemInfo, answered_by_its_problem};

/// A JSON body (RFC 8259): an argument that is read from the request, a result that is written as the response.
///
/// The request must say `Content-Type: application/json`, or a type that ends in `+json`. What is answered otherwise
/// is told by [`JsonRejection`]. As an `Option`, it is `None` where the request has neither body nor media type.
///
/// A struct is read from an object, as its schema says; serde alone would take an array of its fields too. What is
/// `untagged`, flattened or tagged within is read by serde from a copy of its own, and takes both.
///
/// As a response it is `application/json`; a value that cannot be written as JSON is a 500 whose cause is logged.
///
/// ```
/// use fingerpost::{App, Json, post, routes};
///
/// #[post("/sum")]
/// fn sum(Json(numbers): Json<Vec<i64>>) -> Json<i64> {
///     Json(numbers.iter().sum())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![sum]).test().post("/sum").json(&[1, 2]).send().await;
/// assert_eq!(response.json::<i64>(), 3);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Json<T> {
    type Rejection = JsonRejection;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::JSON;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, JsonRejection> {
        media_type::expect(request, Self::MEDIA_TYPES).await?;
        let body = request.read_body().await.map_err(JsonRejection::Body)?;
        Self::of(&body, request.json_depth())
    }

    fn is_absence(rejection: &JsonRejection) -> bool {
        matches!(rejection, JsonRejection::Missing)
    }
}

impl<T: DeserializeOwned> Json<T> {
    /// What a body holds that is of its media type.
    #[inline]
    pub(super) fn of(body: &[u8], most: usize) -> Result<Self, JsonRejection> {
        if is_deeper(body, most) {
            return Err(JsonRejection::TooDeep(most));
        }
        objects::from_slice(body).map(Self).map_err(|(error, depth)| JsonRejection::of(error, depth, body))
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Why a body is not the [`Json`] that was asked for.
///
/// ```
/// use fingerpost::{App, Json, JsonRejection, post, routes};
///
/// #[post("/lenient")]
/// fn lenient(body: Result<Json<u8>, JsonRejection>) -> String {
///     match body {
///         Ok(Json(number)) => format!("a number: {number}"),
///         Err(rejection) => format!("no number: {rejection}"),
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![lenient]).test().post("/lenient").send().await;
/// assert_eq!(response.text(), "no number: a JSON body is required");
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum JsonRejection {
    /// There is no body, and no media type: 400.
    Missing,
    /// The body is of another media type, or of none: 415 (RFC 9110 §15.5.16).
    UnsupportedMediaType,
    /// The body is not JSON: 400, with the line and column.
    Malformed(serde_json::Error),
    /// The body is JSON, but not of the type's shape: 422 (RFC 9110 §15.5.21), with the member's place.
    Mismatch {
        /// The JSON Pointer (RFC 6901) of the member that does not fit.
        pointer: String,
        /// What does not fit.
        error: serde_json::Error,
    },
    /// Arrays and objects stand deeper in each other than the app allows: 400.
    TooDeep(usize),
    /// The body could not be read, or is too long.
    Body(Problem),
}

impl JsonRejection {
    #[cold]
    fn of(error: serde_json::Error, depth: usize, body: &[u8]) -> Self {
        match error.classify() {
            Category::Data => {
                let pointer = json_pointer::of(&error, depth, body);
                Self::Mismatch { pointer, error }
            }
            Category::Syntax | Category::Eof | Category::Io => Self::Malformed(error),
        }
    }
}

impl From<Unfit> for JsonRejection {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Absent => Self::Missing,
            Unfit::Unsupported => Self::UnsupportedMediaType,
            Unfit::Body(problem) => Self::Body(problem),
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for JsonRejection {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("Missing", 400),
        ProblemInfo::new("Malformed", 400).members(&["line", "column"]),
        ProblemInfo::new("TooSlow", 408),
        ProblemInfo::new("TooLarge", 413),
        ProblemInfo::new("UnsupportedMediaType", 415).headers(&["accept"]),
        ProblemInfo::new("Mismatch", 422).members(&["errors"]),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        let detail = self.to_string();
        match self {
            Self::Missing | Self::TooDeep(_) => Problem::new(400).detail(detail),
            Self::UnsupportedMediaType => {
                Problem::new(415).detail(detail).header("accept", "application/json")
            }
            Self::Malformed(error) => {
                Problem::new(400).detail(detail).with("line", error.line()).with("column", error.column())
            }
            Self::Mismatch { pointer, error } => {
                // As the example of RFC 9457 §3.
                let place = json_pointer::fragment(&pointer);
                let error = json!({ "detail": without_position(&brief(&error)), "pointer": place });
                Problem::new(422).detail(detail).with("errors", [error])
            }
            Self::Body(problem) => problem,
        }
    }
}

/// The pointer says better where it is.
fn without_position(text: &str) -> &str {
    text.rsplit_once(" at line ").map_or(text, |(text, _)| text)
}

answered_by_its_problem!(JsonRejection);

impl fmt::Display for JsonRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a JSON body is required"),
            Self::UnsupportedMediaType => {
                f.write_str("the body must be JSON, sent with `Content-Type: application/json`")
            }
            Self::TooDeep(most) => write!(f, "the body is nested deeper than {most} levels"),
            // What has no byte has no place either.
            Self::Malformed(error) if (error.line(), error.column()) == (1, 0) && error.is_eof() => {
                f.write_str("the body is empty, where JSON is required")
            }
            Self::Malformed(error) => write!(f, "the body is not JSON: {}", brief(error)),
            Self::Mismatch { error, .. } => write!(f, "the body does not fit: {}", brief(error)),
            Self::Body(_) => f.write_str("the body could not be read"),
        }
    }
}

impl std::error::Error for JsonRejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Malformed(error) | Self::Mismatch { error, .. } => Some(error),
            _ => None,
        }
    }
}
