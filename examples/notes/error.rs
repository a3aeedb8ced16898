//! `ApiError`: every way in which a request can fail, with its status.

use std::borrow::Cow;

use fingerpost::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every way in which a request can fail: a document of RFC 9457.
#[derive(Debug, Problem)]
pub(crate) enum ApiError {
    #[problem(404, "no note {id}")]
    NoNote { id: i64 },

    #[problem(409, "another note is called `{title}`", title = "Title taken")]
    TitleTaken { title: String },

    #[problem(422, "the request is not valid; see `errors`")]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },

    /// The client learns that it is not its fault, the log learns the rest.
    #[problem(500, "the store failed")]
    Store(#[from] rusqlite::Error),
}

/// One thing that is wrong: what, and in which member of the body or parameter of the query.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Mistake {
    pub(crate) detail: String,
    #[serde(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    /// A JSON Pointer (RFC 6901 §6), as fingerpost's own problems with a body have it.
    Pointer(String),
    Parameter(Cow<'static, str>),
}

/// Collects what is wrong with a request, so that the client hears of everything at once.
#[derive(Debug, Default)]
pub(crate) struct Mistakes(Vec<Mistake>);

impl Mistakes {
    pub(crate) fn member(&mut self, name: &str, detail: impl Into<String>) {
        self.0.push(Mistake { detail: detail.into(), place: Place::Pointer(format!("#/{name}")) });
    }

    pub(crate) fn parameter(&mut self, name: &'static str, detail: impl Into<String>) {
        self.0.push(Mistake { detail: detail.into(), place: Place::Parameter(name.into()) });
    }

    pub(crate) fn finish(self) -> Result<(), ApiError> {
        if self.0.is_empty() { Ok(()) } else { Err(ApiError::Invalid { errors: self.0 }) }
    }
}
