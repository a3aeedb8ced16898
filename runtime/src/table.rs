//! `Table`: handlers gathered by `routes!`, and the proofs over them.

use crate::route::RouteInfo;

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

    /// Lists its routes below `prefix`.
    #[doc(hidden)]
    fn mount(prefix: &str, mounted: &mut Vec<Mounted>);
}

/// A route where an app has it: below its prefix.
#[derive(Clone, Debug)]
pub struct Mounted {
    pub(crate) route: &'static RouteInfo,
    pub(crate) prefix: Box<str>,
}

impl Mounted {
    pub(crate) fn new(route: &'static RouteInfo, prefix: &str) -> Self {
        Self { route, prefix: prefix.into() }
    }
}

/// Lists the routes of an item of a table that is itself below `prefix`.
#[doc(hidden)]
pub fn mount(item: fn(&str, &mut Vec<Mounted>), prefix: &str, own_prefix: &str, mounted: &mut Vec<Mounted>) {
    item(&format!("{prefix}{own_prefix}"), mounted);
}
