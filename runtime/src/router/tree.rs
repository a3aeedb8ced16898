//! `Tree`: the patterns of a table, frozen for lookup.

use std::num::NonZeroU32;

use super::literals::{Table, Text};
use super::methods::{Column, MethodSet};
use super::pattern::Partial;

/// The index of a node, a leaf or a route; none has the index 0, so that an `Option` of it takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(NonZeroU32);

impl Id {
    /// The first there is: of nodes, the one that stands before the path's first slash.
    pub(super) const FIRST: Self = Self(NonZeroU32::MIN);

    pub(super) fn new(index: usize) -> Self {
        let id = u32::try_from(index).ok().and_then(NonZeroU32::new);
        Self(id.expect("a table of routes has fewer than 2^32 segments"))
    }

    #[inline]
    pub(super) fn index(self) -> usize {
        self.0.get() as usize
    }
}

/// What to do at one place of the path: before one of its segments, or within a literal one.
#[derive(Debug, Default)]
#[repr(align(64))]
pub(super) struct Node {
    pub(super) way: Way,
    /// The leaf of the patterns that end with the segment before.
    pub(super) end: Option<Id>,
    /// The node to go on with where this one leads nowhere: the next less specific way from the nearest place that has
    /// one.
    pub(super) otherwise: Option<Id>,
    pub(super) place: Place,
}

/// Where in the path a node stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// How many captures are before it.
    pub(super) captures: u16,
    /// How many bytes there are between the last of them, or the path's start, and the node.
    pub(super) offset: u16,
}

/// Which way leads on from a node.
#[derive(Debug, Default)]
pub(super) enum Way {
    #[default]
    None,
    Literal(Text),
    /// One of several literals.
    Literals(Table),
    Capture(Id),
    Partial(Box<Partial>, Id),
    /// To the leaf of a rest that is not empty.
    Rest(Id),
    /// To the leaf of a rest that may be empty, or be left out together with the slash before it.
    RestOrNothing(Id),
}

/// Every node is led to by one other, and so has one place in any path.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Box<[Node]>,
    /// The methods that have a route at each leaf.
    pub(super) leaves: Box<[MethodSet]>,
    /// A row for each leaf, a column for each method.
    pub(super) routes: Box<[Option<Id>]>,
    pub(super) width: usize,
}

impl Tree {
    #[inline]
    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id.index()]
    }

    #[inline]
    pub(super) fn route(&self, leaf: Id, column: Column) -> Option<usize> {
        self.routes[leaf.index() * self.width + column.index()].map(|route| route.index() - 1)
    }

    #[inline]
    pub(super) fn methods(&self, leaf: Id) -> MethodSet {
        self.leaves[leaf.index()]
    }

    pub(super) fn all_methods(&self) -> MethodSet {
        let mut all = MethodSet::default();
        self.leaves.iter().for_each(|leaf| all.extend(*leaf));
        all
    }
}
