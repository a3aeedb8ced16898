//! `Form<T>`: the body that an HTML form sends, as one value.

use std::fmt;
use std::ops::Deref;

use serde::de::value::Error as SerdeError;
use serde::de::{self, DeserializeOwned};

use super::brief::brief;
use super::fields::too_many_fields;
use super::form_encoding::{self, Broken};
use super::media_type::{self, Unfit};
use super::{FromRequest, RequestContext};
use crate::{IntoProblem, MediaTypes, Problem, ProblemInfo, answered_by_its_problem};

/// A body of `application/x-www-form-urlencoded`, which HTML forms send: each input is a field, a `Vec` takes one that
/// repeats.
///
/// What is answered otherwise is told by [`FormRejection`]. As an `Option`, it is `None` where the request has neither
/// body nor media type. The form of a GET is in the query: [`Query`](crate::Query).
///
/// ```
/// use fingerpost::{App, Form, post, routes};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Login { name: String, remember: Option<bool> }
///
/// #[post("/login")]
/// fn login(Form(login): Form<Login>) -> String {
///     format!("{} {}", login.name, login.remember.unwrap_or(false))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let request = App::new(routes![login]).test().post("/login");
/// let request = request.header("content-type", "application/x-www-form-urlencoded");
/// assert_eq!(request.body("name=Ada+L&remember=true").send().await.text(), "Ada L true");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Form<T> {
    type Rejection = FormRejection;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::new(&["application/x-www-form-urlencoded"]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, FormRejection> {
        media_type::expect(request, Self::MEDIA_TYPES).await?;
        let body = request.read_body().await.map_err(FormRejection::Body)?;
        Self::of(&body, request.most_fields())
    }

    fn is_absence(rejection: &FormRejection) -> bool {
        matches!(rejection, FormRejection::Missing)
    }
}

impl<T: DeserializeOwned> Form<T> {
    /// What a body holds that is of its media type.
    pub(super) fn of(body: &[u8], most: usize) -> Result<Self, FormRejection> {
        if too_many_fields(body, most) {
            let detail = format!("the form has more than the {most} fields allowed here");
            return Err(FormRejection::Body(Problem::new(413).detail(detail)));
        }
        read(body).map(Self).map_err(FormRejection::Mismatch)
    }
}

impl<T> Deref for Form<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Reads a form, or a query string, which is written alike.
pub(super) fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, FormError> {
    if let Some((name, broken)) = form_encoding::broken(text) {
        return Err(FormError::encoding(name, broken));
    }
    let deserializer = serde_html_form::Deserializer::from_bytes(text);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let name = error.path().to_string();
        // A missing field is found at the end, where the path is the whole form (`.`).
        let name = (name != "." && name != "?").then_some(name);
        FormError { name, error: in_words(error.into_inner()) }
    })
}

/// What serde_html_form says of a field that is there twice and is no list, "unsupported value", tells nobody what to do.
#[cold]
fn in_words(error: SerdeError) -> SerdeError {
    match &*error.to_string() {
        "unsupported value" => de::Error::custom("it may be given only once"),
        _ => error,
    }
}

/// What does not fit in a form or query: a missing field, a value that is not of the field's type, one that is not UTF-8.
#[derive(Clone, Debug)]
pub struct FormError {
    name: Option<String>,
    error: SerdeError,
}

impl FormError {
    #[cold]
    fn encoding(name: &[u8], broken: Broken) -> Self {
        let name = String::from_utf8_lossy(name).into_owned();
        Self { name: Some(name), error: de::Error::custom(format_args!("it {}", broken.what())) }
    }

    /// The field that does not fit, where it is known.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(super) const fn serde(&self) -> &SerdeError {
        &self.error
    }
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "`{}`: {}", brief(name), brief(&self.error)),
            None => f.write_str(&brief(&self.error)),
        }
    }
}

impl std::error::Error for FormError {}

/// Why a body is not the [`Form`] that was asked for.
///
/// ```
/// use fingerpost::{App, Form, FormRejection, post, routes};
///
/// #[post("/lenient")]
/// fn lenient(form: Result<Form<Vec<(String, u8)>>, FormRejection>) -> String {
///     form.map_or_else(|rejection| rejection.to_string(), |Form(pairs)| format!("{pairs:?}"))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![lenient]).test().post("/lenient").send().await;
/// assert_eq!(response.text(), "a form is required");
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum FormRejection {
    /// There is no body, and no media type: 400.
    Missing,
    /// The body is of another media type, or of none: 415 (RFC 9110 §15.5.16).
    UnsupportedMediaType,
    /// The form is not of the type's shape, or what it says is no text: 422 (RFC 9110 §15.5.21).
    Mismatch(FormError),
    /// The body could not be read, or is too long.
    Body(Problem),
}

impl From<Unfit> for FormRejection {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Absent => Self::Missing,
            Unfit::Unsupported => Self::UnsupportedMediaType,
            Unfit::Body(problem) => Self::Body(problem),
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for FormRejection {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("Missing", 400),
        ProblemInfo::new("TooSlow", 408),
        ProblemInfo::new("TooLarge", 413),
        ProblemInfo::new("UnsupportedMediaType", 415).headers(&["accept"]),
        ProblemInfo::new("Mismatch", 422),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        let detail = self.to_string();
        match self {
            Self::Missing => Problem::new(400).detail(detail),
            Self::UnsupportedMediaType => {
                Problem::new(415).detail(detail).header("accept", "application/x-www-form-urlencoded")
            }
            Self::Mismatch(_) => Problem::new(422).detail(detail),
            Self::Body(problem) => problem,
        }
    }
}

answered_by_its_problem!(FormRejection);

impl fmt::Display for FormRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a form is required"),
            Self::UnsupportedMediaType => f.write_str(
                "the body must be a form, sent with `Content-Type: application/x-www-form-urlencoded`",
            ),
            Self::Mismatch(error) => write!(f, "the form does not fit: {error}"),
            Self::Body(_) => f.write_str("the body could not be read"),
        }
    }
}

impl std::error::Error for FormRejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Mismatch(error) => Some(&error.error),
            _ => None,
        }
    }
}
