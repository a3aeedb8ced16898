//! `PathParts`: what a path is made of.

#[cfg(feature = "server")]
mod taken_apart;

use crate::route::Segment;

/// What the path of a route is made of.
#[derive(Clone, Copy, Debug)]
pub struct PathParts {
    /// Its segments.
    pub segments: &'static [Segment],
    /// The names of its captures, in order.
    pub captures: &'static [&'static str],
    /// The names of the parameters of its URL, and whether there is no URL without them.
    pub parameters: &'static [(&'static str, bool)],
}
