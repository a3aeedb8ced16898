//! `Node`: what a table is made of, as constants.

use crate::route::RouteInfo;

/// A handler's route, or the items of a table, each below its prefix.
#[derive(Clone, Copy, Debug)]
pub enum Node {
    /// A route, and those that its `Location` leads to.
    Route(&'static RouteInfo, &'static [&'static RouteInfo]),
    /// A table.
    Table(&'static [(&'static str, Node)]),
}

impl Node {
    /// How many routes it has.
    #[must_use]
    pub const fn count(&self) -> usize {
        let Self::Table(items) = *self else { return 1 };
        let (mut count, mut at) = (0, 0);
        while at < items.len() {
            count += items[at].1.count();
            at += 1;
        }
        count
    }
}
