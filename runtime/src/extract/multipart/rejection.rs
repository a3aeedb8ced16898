//! `MultipartRejection`: why a form with files cannot be read, or not further.

use std::borrow::Cow;
use std::{fmt, io};

use super::pieces::HeadTooLong;
use crate::extract::brief::brief;
use crate::extract::media_type::Unfit;
use crate::{BodyError, IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// Why a body is not the [`Multipart`](crate::Multipart) that was asked for, or why it cannot be read further.
#[derive(Debug)]
#[non_exhaustive]
pub enum MultipartRejection {
    /// There is no body, and no media type: 400.
    Missing,
    /// The body is of another media type, or of none: 415 (RFC 9110 §15.5.16).
    UnsupportedMediaType,
    /// The body is not what RFC 7578 says, ends before its end, or a part is not what was asked for: 400.
    Malformed(Cow<'static, str>),
    /// There are too many parts, or one is too long: 413 (RFC 9110 §15.5.14).
    TooLarge(String),
    /// The body could not be read, or is too long.
    Body(Problem),
    /// What was read could not be written: 500.
    Write(io::Error),
}

impl MultipartRejection {
    pub(super) fn malformed(why: impl Into<Cow<'static, str>>) -> Self {
        Self::Malformed(why.into())
    }

    pub(super) fn too_large(why: String) -> Self {
        Self::TooLarge(why)
    }
}

impl From<Unfit> for MultipartRejection {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Absent => Self::Missing,
            Unfit::Unsupported => Self::UnsupportedMediaType,
            Unfit::Body(problem) => Self::Body(problem),
        }
    }
}

impl From<multer::Error> for MultipartRejection {
    #[cold]
    fn from(error: multer::Error) -> Self {
        match error {
            multer::Error::StreamReadFailed(error) if error.is::<HeadTooLong>() => {
                Self::malformed(error.to_string())
            }
            multer::Error::StreamReadFailed(error) => Self::Body(BodyError::new(error).into()),
            multer::Error::IncompleteStream
            | multer::Error::IncompleteFieldData { .. }
            | multer::Error::IncompleteHeaders => Self::malformed("it ends before its last boundary"),
            error => Self::Malformed(brief(&error).into()),
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for MultipartRejection {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("Malformed", 400),
        ProblemInfo::new("TooSlow", 408),
        ProblemInfo::new("TooLarge", 413),
        ProblemInfo::new("UnsupportedMediaType", 415).headers(&["accept"]),
        ProblemInfo::new("Write", 500),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        let detail = self.to_string();
        match self {
            Self::Missing | Self::Malformed(_) => Problem::new(400).detail(detail),
            Self::TooLarge(_) => Problem::new(413).detail(detail),
            Self::UnsupportedMediaType => {
                Problem::new(415).detail(detail).header("accept", "multipart/form-data")
            }
            Self::Body(problem) => problem,
            Self::Write(error) => Problem::new(500).detail(detail).because(error),
        }
    }
}

answered_by_its_problem!(MultipartRejection);

impl fmt::Display for MultipartRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a form is required"),
            Self::UnsupportedMediaType => {
                f.write_str("the body must be a form, sent with `Content-Type: multipart/form-data`")
            }
            Self::Malformed(why) => write!(f, "the form cannot be read: {why}"),
            Self::TooLarge(why) => f.write_str(why),
            Self::Body(_) => f.write_str("the body could not be read"),
            Self::Write(_) => f.write_str("the form could not be written"),
        }
    }
}

impl std::error::Error for MultipartRejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            _ => None,
        }
    }
}
