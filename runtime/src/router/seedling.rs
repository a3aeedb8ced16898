//! `Seedling`: a tree that still grows, one pattern after the other, a node for each segment.

use std::mem::take;
use std::sync::Arc;

use super::captures::MAX_CAPTURES;
use super::hash::Hash;
use super::methods::Column;
use super::pattern::{Partial, Pattern, Step};
use super::steps::Steps;
use super::tree::{Id, Leaf};

#[derive(Debug)]
pub(super) struct Seedling<'a> {
    sprouts: Vec<Sprout<'a>>,
    steps: Steps,
    /// None is at the index 0.
    leaves: Vec<Arc<Leaf>>,
    /// The prefix of the last pattern, which is that of the next in most tables, and the sprout behind it.
    mount: (&'a str, Id),
}

/// What can follow the segments so far. Those literals or partials that follow one sprout are a list: each says which is next.
#[derive(Debug)]
pub(super) struct Sprout<'a> {
    from: Id,
    step: Step<'a>,
    next: Option<Id>,
    literals: Option<Id>,
    partials: Option<Id>,
    pub(super) capture: Option<Id>,
    pub(super) rest: Option<Id>,
    pub(super) rest_or_nothing: Option<Id>,
    pub(super) end: Option<Id>,
}

impl<'a> Sprout<'a> {
    fn new(from: Id, step: Step<'a>, next: Option<Id>) -> Self {
        let (literals, partials, capture, rest, rest_or_nothing, end) = Default::default();
        Self { from, step, next, literals, partials, capture, rest, rest_or_nothing, end }
    }

    pub(super) fn only_literals_follow(&self) -> bool {
        [self.partials, self.capture, self.rest, self.rest_or_nothing].iter().all(Option::is_none)
    }

    pub(super) fn literals_follow(&self) -> bool {
        self.literals.is_some()
    }
}

impl<'a> Seedling<'a> {
    /// With room for so many patterns, of three segments on average.
    pub(super) fn with_capacity(patterns: usize) -> Self {
        let mut sprouts = Vec::with_capacity(2 + 3 * patterns);
        // One stands at the index 0, and before the other.
        sprouts.extend((0..2).map(|_| Sprout::new(Id::FIRST, Step::Capture, None)));
        let mut leaves = Vec::with_capacity(1 + patterns);
        leaves.push(Arc::default());
        Self { sprouts, steps: Steps::with_capacity(2 * patterns), leaves, mount: ("", Id::FIRST) }
    }

    /// The leaf of the pattern.
    pub(super) fn leaf(&mut self, pattern: &Pattern<'a>) -> Id {
        if self.mount.0 != pattern.prefix {
            let below = pattern.mounted().fold(Id::FIRST, |at, step| self.follow(at, step));
            self.mount = (pattern.prefix, below);
        }
        let (mut at, mut captures) = (self.mount.1, 0);
        for step in pattern.own() {
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
        let hash = match &step {
            Step::Literal(text) => Some(Hash::from(from).text(text)),
            Step::Partial(partial) => Some(Hash::from(from).partial(partial)),
            _ => None,
        };
        let led = match hash {
            Some(hash) => self.steps.find(hash, |to| {
                let sprout = self.sprout(to);
                sprout.from == from && sprout.step == step
            }),
            None => self.sprout(from).capture,
        };
        led.unwrap_or_else(|| self.sprout_from(from, step, hash))
    }

    fn sprout_from(&mut self, from: Id, step: Step<'a>, hash: Option<Hash>) -> Id {
        let to = Id::new(self.sprouts.len());
        if let Some(hash) = hash {
            self.steps.put(hash, to);
        }
        let place = &mut self.sprouts[from.index()];
        let next = match step {
            Step::Literal(_) => place.literals.replace(to),
            Step::Partial(_) => place.partials.replace(to),
            _ => place.capture.replace(to),
        };
        self.sprouts.push(Sprout::new(from, step, next));
        to
    }

    /// Puts a route at a leaf, unless one that answers the same method is there before it.
    pub(super) fn put(&mut self, leaf: Id, column: Column, route: usize) {
        if let Some(leaf) = Arc::get_mut(&mut self.leaves[leaf.index()]) {
            leaf.put(column, Id::new(route + 1));
        }
    }

    pub(super) fn sprout(&self, id: Id) -> &Sprout<'a> {
        &self.sprouts[id.index()]
    }

    fn list(&self, first: Option<Id>) -> impl Iterator<Item = (&Step<'a>, Id)> {
        std::iter::successors(first, |id| self.sprout(*id).next).map(|id| (&self.sprout(id).step, id))
    }

    /// The literals that follow a sprout, each with what follows it.
    pub(super) fn literals(&self, sprout: &Sprout<'_>) -> impl Iterator<Item = (&str, Id)> {
        self.list(sprout.literals).filter_map(|(step, id)| match step {
            Step::Literal(text) => Some((&**text, id)),
            _ => None,
        })
    }

    /// Its partials, the most specific first.
    pub(super) fn partials(&self, sprout: &Sprout<'_>) -> Vec<(&Partial, Id)> {
        let mut partials: Vec<(&Partial, Id)> = Vec::new();
        for (step, id) in self.list(sprout.partials) {
            if let Step::Partial(partial) = step {
                // There are few, and a sort of them alone would be 20 KB in every program.
                let at = partials.partition_point(|(other, _)| other.rank() <= partial.rank());
                partials.insert(at, (partial, id));
            }
        }
        partials
    }

    /// How many ways a lookup can come to try on one path, at most.
    ///
    /// Of a sprout's literals one is tried, the others with all that is behind them.
    pub(super) fn most_ways(&self) -> usize {
        // Of each sprout: by the literal with the most, and by all else.
        let mut ways = vec![(0_usize, 0_usize); self.sprouts.len()];
        // A sprout stands after the one that it follows.
        for (at, sprout) in self.sprouts.iter().enumerate().rev() {
            let (literal, others) = ways[at];
            let rests = usize::from(sprout.rest.is_some());
            // Where a rest is left out, the walk comes from the end of the path before.
            let rests = rests + 2 * usize::from(sprout.rest_or_nothing.is_some());
            let all = literal.saturating_add(others).saturating_add(rests).max(1);
            if at <= Id::FIRST.index() {
                return all;
            }
            let (literal, others) = &mut ways[sprout.from.index()];
            match sprout.step {
                Step::Literal(_) => *literal = all.max(*literal),
                _ => *others = others.saturating_add(all),
            }
        }
        1
    }

    /// The leaves, of which nothing is left here.
    pub(super) fn take_leaves(&mut self) -> Box<[Arc<Leaf>]> {
        self.leaves.iter_mut().filter_map(Arc::get_mut).for_each(Leaf::add_head);
        take(&mut self.leaves).into()
    }
}

fn leaf_in(place: &mut Option<Id>, leaves: &mut Vec<Arc<Leaf>>) -> Id {
    *place.get_or_insert_with(|| {
        leaves.push(Arc::default());
        Id::new(leaves.len() - 1)
    })
}
