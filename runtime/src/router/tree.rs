//! `Tree`: the patterns of a table, frozen for lookup.

use std::num::NonZeroU32;
use std::sync::Arc;

use super::literals::{Few, Many, Start, Text};
use super::methods::{Column, GET, HEAD, MethodSet};
use super::pattern::Partial;

/// The index of a sprout, a leaf or a route; none has the index 0, so that an `Option` of it takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(NonZeroU32);

impl Id {
    /// The first there is: of sprouts, the one that stands before the path's first slash.
    pub(super) const FIRST: Self = Self(NonZeroU32::MIN);

    pub(super) fn new(index: usize) -> Self {
        let id = u32::try_from(index).ok().and_then(NonZeroU32::new);
        Self(id.expect("a table of routes has fewer than 2^32 segments"))
    }

    pub(super) fn of(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    #[inline]
    pub(super) fn index(self) -> usize {
        self.0.get() as usize
    }
}

/// What to do at one place of the path: before one of its segments, or within a literal one.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) way: Way,
    /// The leaf of the patterns that end with the segment before.
    pub(super) end: Option<Arc<Leaf>>,
    /// The node to go on with where this one leads nowhere: the next less specific way from the nearest place that has
    /// one.
    pub(super) otherwise: Option<Arc<Node>>,
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
    Few(Few),
    Many(Many),
    Capture(Arc<Node>),
    Partial(Box<Partial>, Arc<Node>),
    /// To the leaf of a rest that is not empty.
    Rest(Arc<Leaf>),
    /// To the leaf of a rest that may be empty, or be left out together with the slash before it.
    RestOrNothing(Arc<Leaf>),
}

/// The routes of one place, by their methods.
#[derive(Debug, Default)]
pub(super) struct Leaf {
    /// Those of the standard methods.
    first: [Option<Id>; Column::FIRST],
    /// Those of the others, as far as it has any.
    others: Box<[Option<Id>]>,
    pub(super) methods: MethodSet,
}

impl Leaf {
    /// Puts a route here, unless one that answers the same method is here before it.
    pub(super) fn put(&mut self, column: Column, route: Id) {
        if !self.methods.contains(column) {
            self.methods.insert(column);
            match self.first.get_mut(column.index()) {
                Some(place) => *place = Some(route),
                None => self.put_other(column, route),
            }
        }
    }

    #[cold]
    fn put_other(&mut self, column: Column, route: Id) {
        let mut others = std::mem::take(&mut self.others).into_vec();
        let at = column.index() - Column::FIRST;
        others.resize(others.len().max(at + 1), None);
        others[at] = Some(route);
        self.others = others.into();
    }

    /// Has `GET` answer `HEAD` where nothing else does (RFC 9110 §9.3.2).
    pub(super) fn add_head(&mut self) {
        if let Some(get) = self.first[GET.index()] {
            self.put(HEAD, get);
        }
    }

    #[inline]
    pub(super) fn route(&self, column: Column) -> Option<usize> {
        let route = self.first.get(column.index()).copied().unwrap_or_else(|| self.other(column));
        route.map(|route| route.index() - 1)
    }

    #[cold]
    fn other(&self, column: Column) -> Option<Id> {
        *self.others.get(column.index() - Column::FIRST)?
    }
}

/// Every node is led to by one other, and so has one place in any path.
#[derive(Debug)]
pub(super) struct Tree {
    /// The node that stands before the path's first slash.
    pub(super) root: Arc<Node>,
    /// The root's texts once more, for the quick.
    pub(super) start: Start,
    /// By the numbers that a seedling gave them; none has the number 0.
    pub(super) leaves: Box<[Arc<Leaf>]>,
}

impl Tree {
    pub(super) fn all_methods(&self) -> MethodSet {
        let mut all = MethodSet::default();
        self.leaves.iter().for_each(|leaf| all.extend(leaf.methods));
        all
    }
}
