//! `Node`: what a table is made of, as constants.

use super::shape::Shape;
use super::slots::slots_for;
use crate::route::{Links, RouteInfo};

/// A handler's route, or the items of a table, each below its prefix.
#[derive(Clone, Copy, Debug)]
pub enum Node {
    /// A route, and those that it leads to.
    Route(&'static RouteInfo, Links),
    /// A table.
    Table(&'static [(&'static str, Shape, Node)]),
}

impl Node {
    /// How many routes it has.
    #[must_use]
    pub const fn count(&self) -> usize {
        let Self::Table(items) = *self else { return 1 };
        let (mut count, mut at) = (0, 0);
        while at < items.len() {
            count += match &items[at].2 {
                Self::Route(..) => 1,
                table => table.count(),
            };
            at += 1;
        }
        count
    }

    /// How many slots the proofs need for its (method, path) pairs.
    #[must_use]
    pub const fn count_slots(&self) -> usize {
        slots_for(self.count_keys())
    }

    const fn count_keys(&self) -> usize {
        let items = match *self {
            Self::Route(route, _) => return if route.methods.len() > 1 { route.methods.len() } else { 1 },
            Self::Table(items) => items,
        };
        let (mut count, mut at) = (0, 0);
        while at < items.len() {
            count += match &items[at].2 {
                Self::Route(RouteInfo { methods: [] | [_], .. }, _) => 1,
                node => node.count_keys(),
            };
            at += 1;
        }
        count
    }
}
