//! `Unauthorized`: the rejection of credentials that are missing or not good.

use std::fmt;

use crate::{IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// Credentials are missing or not good: 401 with the challenge that says how to authenticate (RFC 9110 §15.5.2).
///
/// Nothing of what the client sent is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unauthorized {
    challenge: String,
    detail: &'static str,
    is_missing: bool,
}

impl Unauthorized {
    pub(super) const fn new(challenge: String, detail: &'static str) -> Self {
        Self { challenge, detail, is_missing: false }
    }

    pub(super) const fn missing(challenge: String, detail: &'static str) -> Self {
        Self { challenge, detail, is_missing: true }
    }

    /// Whether the request has no such credentials, rather than malformed or wrong ones.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.is_missing
    }

    /// The value of `WWW-Authenticate`.
    #[must_use]
    pub fn challenge(&self) -> &str {
        &self.challenge
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for Unauthorized {
    const POSSIBLE: &'static [ProblemInfo] =
        &[ProblemInfo::new("Unauthorized", 401).headers(&["www-authenticate"])];

    fn into_problem(self) -> Problem {
        Problem::new(401).detail(self.detail).header("www-authenticate", self.challenge)
    }
}

answered_by_its_problem!(Unauthorized);

impl fmt::Display for Unauthorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail)
    }
}

impl std::error::Error for Unauthorized {}
