//! `path`: what is found where a handler is asked for and its function `path` is named, so that it is told from a handler of
//! that name.

use crate::route::{Endpoint, RouteInfo};
use crate::state::RunsWith;

/// What `get_post::path` is where a handler is asked for.
#[allow(non_camel_case_types, reason = "it is found in place of a handler's function of that name")]
#[derive(Debug)]
pub enum path {}

impl Endpoint for path {
    const ROUTE: &'static RouteInfo = &RouteInfo::EMPTY;
}

#[diagnostic::do_not_recommend]
impl<S> RunsWith<S, ()> for path {}
