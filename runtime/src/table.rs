//! `Table`: handlers gathered by `routes!`, the proofs over them, and the dispatch to one of them.

use crate::extract::RequestContext;
use crate::route::{Answer, RouteInfo};

mod conflict;
mod entry;
mod proof;
mod slots;

pub use conflict::Conflict;
pub use entry::{Entry, flatten};
#[cfg(test)]
pub(crate) use proof::same_requests;
pub use proof::{conflict, count_slots, dangling};
#[cfg(test)]
pub(crate) use slots::FREE;

/// Handlers with their routes: one handler, or what [`routes!`](crate::routes) makes of many.
///
/// It is not written by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a handler nor a table of handlers\nhelp: put `#[route(GET, \"/path\")]` on the function, and name it in a table: `routes![…]`",
    label = "no route stands on this"
)]
pub trait Table: Send + Sync + 'static {
    /// How many routes it has.
    #[doc(hidden)]
    const LEN: usize;

    /// Its routes, for the proofs.
    #[doc(hidden)]
    const ENTRIES: &'static [Entry];

    /// A link to a handler that it does not have, for the app to refuse: another table may still bring it.
    #[doc(hidden)]
    const DANGLING: Option<Conflict> = None;

    /// Lists its routes below `prefix`. `at` says which items of which tables lead here from the top.
    #[doc(hidden)]
    fn mount(at: &[u16], prefix: &str, mounted: &mut Vec<Mounted>);

    /// Calls the handler that `at` leads to.
    #[doc(hidden)]
    fn dispatch(at: &[u16], request: &mut RequestContext<'_>) -> impl Future<Output = Answer> + Send;
}

/// A route where an app has it: below its prefix, with the way to it through the tables.
#[derive(Clone, Debug)]
pub struct Mounted {
    pub(crate) route: &'static RouteInfo,
    pub(crate) prefix: Box<str>,
    pub(crate) at: Box<[u16]>,
}

impl Mounted {
    pub(crate) fn new(route: &'static RouteInfo, prefix: &str, at: &[u16]) -> Self {
        Self { route, prefix: prefix.into(), at: at.into() }
    }
}

/// Lists the routes of the item at `index` of a table that is itself at `at` below `prefix`.
#[doc(hidden)]
pub fn mount(
    item: fn(&[u16], &str, &mut Vec<Mounted>),
    at: &[u16],
    index: u16,
    prefix: &str,
    own_prefix: &str,
    mounted: &mut Vec<Mounted>,
) {
    let mut deeper = Vec::with_capacity(at.len() + 1);
    deeper.extend_from_slice(at);
    deeper.push(index);
    item(&deeper, &format!("{prefix}{own_prefix}"), mounted);
}
