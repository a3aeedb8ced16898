//! `Limit`: how many notes a page has at most.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;

const LARGEST: u32 = 100;

/// How many notes a page has at most.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Limit(#[schemars(range(min = 1, max = LARGEST))] u32);

/// It is no number from 1 to 100.
#[derive(Debug)]
pub(crate) struct NoLimit;

/// What a client reads whose `limit` is refused.
impl fmt::Display for NoLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is a number from 1 to {LARGEST}")
    }
}

impl Limit {
    pub(crate) fn new(notes: u32) -> Option<Self> {
        (1..=LARGEST).contains(&notes).then_some(Self(notes))
    }

    pub(crate) fn notes(self) -> u32 {
        self.0
    }
}

impl FromStr for Limit {
    type Err = NoLimit;

    fn from_str(text: &str) -> Result<Self, NoLimit> {
        text.parse().ok().and_then(Self::new).ok_or(NoLimit)
    }
}

/// In the link to the next page.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
