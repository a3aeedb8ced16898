//! `Tree`: the patterns of a table, a node for each segment, frozen for lookup.

use std::num::NonZeroU32;
use std::ops::Range;

use super::literals::Literals;
use super::methods::{Column, MethodSet};
use super::paths::Paths;
use super::pattern::Partial;

/// An index and one, so that an `Option` of it takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(NonZeroU32);

impl Id {
    /// The node that stands for the path's first slash.
    pub(super) const ROOT: Self = Self(NonZeroU32::MIN);

    pub(super) fn at(index: usize) -> Self {
        let id = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        Self(id.expect("a table of routes has fewer than 2^32 segments"))
    }

    #[inline]
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    #[inline]
    pub(super) fn get(self) -> u64 {
        u64::from(self.0.get())
    }
}

/// What can follow the segments so far.
#[derive(Clone, Debug, Default)]
#[repr(align(32))]
pub(super) struct Node {
    /// The leaf of the patterns that end here.
    pub(super) end: Option<Id>,
    /// The node behind a whole capture.
    pub(super) capture: Option<Id>,
    /// The partial captures that lead from here, in [`Tree::partials`].
    pub(super) partials: Range<u32>,
    /// The leaf of a rest that is not empty.
    pub(super) rest: Option<Id>,
    /// The leaf of a rest that may be empty.
    pub(super) rest_or_nothing: Option<Id>,
    pub(super) ways: Ways,
}

/// Which ways lead from a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ways {
    #[default]
    None,
    /// Literals and nothing else.
    Literals,
    /// A whole capture and nothing else.
    Capture,
    /// Those with literals, captures and rests to choose from.
    Many,
}

/// Literal paths are looked up as a whole; patterns with captures are a tree of their segments.
///
/// Every node has one parent, one depth and so, in any path, one place where its next segment begins.
#[derive(Debug)]
pub(super) struct Tree {
    /// The leaves of the patterns without captures.
    pub(super) paths: Paths,
    pub(super) nodes: Box<[Node]>,
    /// The nodes behind literal segments.
    pub(super) literals: Literals,
    /// Side by side for each node, the more specific first.
    pub(super) partials: Box<[(Partial, Id)]>,
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
    pub(super) fn partials(&self, node: &Node) -> &[(Partial, Id)] {
        &self.partials[node.partials.start as usize..node.partials.end as usize]
    }

    #[inline]
    pub(super) fn route(&self, leaf: Id, column: Column) -> Option<usize> {
        self.routes[leaf.index() * self.width + column.index()].map(Id::index)
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
