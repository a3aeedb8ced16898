//! `Seedling`: a tree that still grows, one pattern after the other, a node for each segment.

use std::borrow::Cow;

use super::captures::MAX_CAPTURES;
use super::methods::{Column, GET, HEAD, MethodSet};
use super::pattern::{Partial, Step};
use super::steps::Steps;
use super::tree::{Id, Leaf};

#[derive(Debug)]
pub(super) struct Seedling<'a> {
    pub(super) sprouts: Vec<Sprout<'a>>,
    /// From each sprout.
    steps: Steps<'a>,
    leaves: Leaves,
}

/// What can follow the segments so far.
#[derive(Debug, Default)]
pub(super) struct Sprout<'a> {
    pub(super) literals: Vec<(Cow<'a, str>, Id)>,
    pub(super) partials: Vec<(Partial, Id)>,
    pub(super) capture: Option<Id>,
    pub(super) rest: Option<Id>,
    pub(super) rest_or_nothing: Option<Id>,
    pub(super) end: Option<Id>,
}

impl Sprout<'_> {
    /// Its partials, the most specific first.
    pub(super) fn partials_in_order(&self) -> Vec<&(Partial, Id)> {
        let mut partials: Vec<&(Partial, Id)> = Vec::new();
        for partial in &self.partials {
            // There are few, and a sort of them alone would be 20 KB in every program.
            let at = partials.partition_point(|other| other.0.rank() <= partial.0.rank());
            partials.insert(at, partial);
        }
        partials
    }

    pub(super) fn only_literals_follow(&self) -> bool {
        let others = [self.capture, self.rest, self.rest_or_nothing];
        self.partials.is_empty() && others.iter().all(Option::is_none)
    }
}

/// The routes of each leaf with their methods; none is at the index 0.
type Leaves = Vec<Vec<(Column, Id)>>;

impl<'a> Seedling<'a> {
    pub(super) fn new() -> Self {
        let sprouts = vec![Sprout::default(), Sprout::default()];
        Self { sprouts, steps: Steps::default(), leaves: vec![Vec::new()] }
    }

    /// The leaf of the pattern with these steps.
    pub(super) fn leaf(&mut self, steps: impl Iterator<Item = Step<'a>>) -> Id {
        let (mut at, mut captures) = (Id::FIRST, 0);
        for step in steps {
            captures += usize::from(!matches!(step, Step::Literal(_)));
            assert!(captures <= MAX_CAPTURES, "a path has at most {MAX_CAPTURES} captures");
            at = match step {
                Step::Rest => return leaf_in(&mut self.sprouts[at.index()].rest, &mut self.leaves),
                Step::RestOrNothing => {
                    return leaf_in(&mut self.sprouts[at.index()].rest_or_nothing, &mut self.leaves);
                }
                step => self.follow(at, step),
            };
        }
        leaf_in(&mut self.sprouts[at.index()].end, &mut self.leaves)
    }

    fn follow(&mut self, from: Id, step: Step<'a>) -> Id {
        let to = Id::new(self.sprouts.len());
        let sprout = &mut self.sprouts[from.index()];
        let led = match step {
            Step::Capture => *sprout.capture.get_or_insert(to),
            step => {
                let led = self.steps.lead(from, step.clone(), to);
                match step {
                    Step::Literal(text) if led == to => sprout.literals.push((text, to)),
                    Step::Partial(partial) if led == to => sprout.partials.push((partial, to)),
                    _ => {}
                }
                led
            }
        };
        if led == to {
            self.sprouts.push(Sprout::default());
        }
        led
    }

    /// Puts a route at a leaf, unless one that answers the same method is there before it.
    pub(super) fn put(&mut self, leaf: Id, column: Column, route: usize) {
        let routes = &mut self.leaves[leaf.index()];
        if routes.iter().all(|(taken, _)| *taken != column) {
            routes.push((column, Id::new(route + 1)));
        }
    }

    /// How many ways a lookup can come to try on one path, at most.
    ///
    /// Of a sprout's literals one is tried, the others with all that is behind them.
    pub(super) fn most_ways(&self) -> usize {
        let mut ways = vec![1_usize; self.sprouts.len()];
        // A sprout stands after the one that it follows.
        for (at, sprout) in self.sprouts.iter().enumerate().rev() {
            let behind = |to: &Id| ways[to.index()];
            let literal = sprout.literals.iter().map(|(_, to)| behind(to)).max();
            let captures = sprout.partials.iter().map(|(_, to)| to).chain(&sprout.capture).map(behind);
            let rests = [sprout.rest, sprout.rest_or_nothing].into_iter().flatten().map(|_| 1);
            let all = literal.into_iter().chain(captures).chain(rests).fold(0, usize::saturating_add);
            // Where a rest is left out, the walk comes from the end of the path before.
            ways[at] = all.saturating_add(usize::from(sprout.rest_or_nothing.is_some())).max(1);
        }
        ways[Id::FIRST.index()]
    }

    /// The leaves, of `width` columns, `GET` answering `HEAD` where nothing else does (RFC 9110 §9.3.2).
    pub(super) fn rows(&self, width: usize) -> Vec<Leaf> {
        let mut row = vec![None; width];
        let leaf = |routes: &Vec<(Column, Id)>| {
            let mut methods = MethodSet::default();
            row.fill(None);
            for (column, route) in routes {
                row[column.index()] = Some(*route);
                methods.insert(*column);
            }
            if methods.contains(GET) && !methods.contains(HEAD) {
                row[HEAD.index()] = row[GET.index()];
                methods.insert(HEAD);
            }
            Leaf::new(methods, &row)
        };
        self.leaves.iter().map(leaf).collect()
    }
}

fn leaf_in(place: &mut Option<Id>, leaves: &mut Leaves) -> Id {
    *place.get_or_insert_with(|| {
        leaves.push(Vec::new());
        Id::new(leaves.len() - 1)
    })
}
