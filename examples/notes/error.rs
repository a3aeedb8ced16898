//! Every way in which a request can fail, with its status: of each handler those that it knows, and no others.

use fingerpost::{PreconditionFailed, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The client learns that it is not its fault, the log learns the rest.
#[derive(Debug, Problem)]
#[problem(500, "the store failed")]
pub(crate) struct StoreFailed(#[from] rusqlite::Error);

/// Of what is done with a note that may not be there.
#[derive(Debug, Problem)]
pub(crate) enum FindError {
    #[problem(404, "no note {id}")]
    NoNote { id: i64 },
    #[problem(500, "the store failed")]
    Store(#[from] rusqlite::Error),
}

#[derive(Debug, Problem)]
pub(crate) enum CreateError {
    #[problem(409, "another note is called `{title}`", title = "Title taken")]
    TitleTaken { title: String },
    #[problem(422, "the note is not valid; see `errors`")]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },
    #[problem(500, "the store failed")]
    Store(#[from] rusqlite::Error),
}

#[derive(Debug, Problem)]
pub(crate) enum ChangeError {
    #[problem(404, "no note {id}")]
    NoNote { id: i64 },
    #[problem(409, "another note is called `{title}`", title = "Title taken")]
    TitleTaken { title: String },
    /// Somebody else has changed it since.
    #[problem(transparent)]
    Stale(#[from] PreconditionFailed),
    #[problem(422, "the change is not valid; see `errors`")]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },
    #[problem(500, "the store failed")]
    Store(#[from] rusqlite::Error),
}

/// One thing that is wrong with a body: what, and where.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Mistake {
    pub(crate) detail: String,
    /// A JSON Pointer (RFC 6901 §6), as fingerpost's own problems with a body have it.
    pub(crate) pointer: String,
}
