//! `Node`: what a table is made of, as constants.

use crate::route::{Links, RouteInfo};
use crate::router::captured;

/// A handler's route, or the items of a table, each below its prefix.
#[derive(Clone, Copy, Debug)]
pub enum Node {
    /// A route, and those that it leads to.
    Route(&'static RouteInfo, Links),
    /// A table.
    Table(&'static [(&'static str, Node)]),
    /// A table that demands of its handlers to say who may call them, and has proved that they do.
    Demanding(&'static [(&'static str, Node)]),
}

impl Node {
    /// How many routes it has.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Route(..) => 1,
            Self::Table(items) | Self::Demanding(items) => items.iter().map(|(_, node)| node.count()).sum(),
        }
    }

    /// How many of them have captures, as [`captured`] counts.
    pub(crate) const fn captured(&self) -> usize {
        match self {
            Self::Route(route, _) => captured(route.segments),
            Self::Table(items) | Self::Demanding(items) => {
                let (mut sum, mut at) = (0, 0);
                while at < items.len() {
                    sum += items[at].1.captured();
                    at += 1;
                }
                sum
            }
        }
    }
}
